/**
 * The platform's client API, played by a server inside the own process, with real state: what is started, spent and won
 * is there on the next read. For developing a game and for testing it, without the backend.
 *
 * <h2>The demo game</h2>
 *
 * <table>
 * <caption>Events</caption>
 * <tr><th>Key</th><th>What it shows</th></tr>
 * <tr><td>{@code coin_rush}</td><td>free; one metric, {@code coins}; milestones at 10, 50 and 100; complete at 100</td></tr>
 * <tr><td>{@code bounty_hunt}</td><td>costs 100 gold; two metrics, {@code bounties} (10 points each) and
 *     {@code damage} (0.1 each); 3 attempts per window; rewards by final rank</td></tr>
 * <tr><td>{@code quick_brawl}</td><td>lobbies of 6; one metric, {@code knockouts}</td></tr>
 * <tr><td>{@code vip_gala}</td><td>needs a {@code vip_pass}; 2 attempts per day</td></tr>
 * <tr><td>{@code legends_cup}</td><td>locked and not listed below 500 xp</td></tr>
 * <tr><td>{@code night_market}</td><td>never open</td></tr>
 * <tr><td>{@code old_faire}</td><td>switched off</td></tr>
 * </table>
 *
 * <p>Currencies are {@code gold} and {@code gems}, and {@code xp} is a progression. Items are {@code health_potion},
 * {@code arena_ticket}, {@code vip_pass}, {@code silver_crate} and {@code gold_crate}. The configured board
 * {@code weekly_gold} counts the gold earned per week. A new player finds two grants waiting: 150 gold with three health
 * potions, and a silver crate.
 *
 * <p>Friends can give each other gold and arena tickets, which cost the sender, and health potions, which do not: one
 * gift per friend and hour, five within 24 hours, to be claimed within a week.
 */
@NullMarked
package io.kraty.sandbox;

import org.jspecify.annotations.NullMarked;
