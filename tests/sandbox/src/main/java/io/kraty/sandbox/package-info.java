/**
 * The platform's client API, played by a server inside the own process, with real state: what is started, spent and won
 * is there on the next read. For developing a game and for testing it, without the backend.
 *
 * <p>{@link io.kraty.sandbox.KratySandbox} is the sandbox in a program, {@link io.kraty.sandbox.junit} in JUnit tests,
 * {@link io.kraty.sandbox.Main} on the command line. {@link io.kraty.sandbox.Game} reads the game it plays from a file,
 * {@link io.kraty.sandbox.Trouble} is what goes wrong on purpose, {@link io.kraty.sandbox.SandboxClock} is the time, and
 * {@link io.kraty.sandbox.LedgerEntry} and {@link io.kraty.sandbox.RecordedRequest} tell what really happened.
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
 * <tr><td>{@code endless_run}</td><td>a score attack: {@code meters} without a target, over when the player is done</td></tr>
 * <tr><td>{@code river_race}</td><td>groups of 10; a pool of 1,000 gold, shared by score</td></tr>
 * <tr><td>{@code nation_cup}</td><td>ranked by country; a {@code streak} that {@code losses} set back, and {@code style},
 *     which counts a little beyond its target; a souvenir for everybody who scored</td></tr>
 * <tr><td>{@code patron_ball}</td><td>locked and not listed below 4.99 US dollars spent; costs 10 gold and an arena
 *     ticket</td></tr>
 * <tr><td>{@code night_market}</td><td>never open</td></tr>
 * <tr><td>{@code old_faire}</td><td>switched off</td></tr>
 * </table>
 *
 * <table>
 * <caption>Configured boards</caption>
 * <tr><th>Key</th><th>What it shows</th></tr>
 * <tr><td>{@code weekly_gold}</td><td>the gold earned per week, as the server counts it: clients submit no scores</td></tr>
 * <tr><td>{@code weekly_score}</td><td>clients submit scores; the best of the week counts</td></tr>
 * <tr><td>{@code daily_lap}</td><td>segments by the context value {@code track}, whatever it is; the latest score of the
 *     day counts</td></tr>
 * <tr><td>{@code region_cup}</td><td>segments by the context value {@code region}: {@code eu}, {@code na}, {@code sa},
 *     {@code asia}; the sum of the month counts</td></tr>
 * <tr><td>{@code national_lap}</td><td>segments by country and {@code track}; the best of the month counts</td></tr>
 * <tr><td>{@code studio_cup}</td><td>the studio's server alone submits scores; the sum of the week counts</td></tr>
 * <tr><td>{@code hall_of_fame}</td><td>never starts anew; the best score counts; no bots</td></tr>
 * <tr><td>{@code xp_league}</td><td>ranks by {@code xp}, week by week, in the divisions {@code bronze}, {@code silver} and
 *     {@code gold}: the first two go up, the last two down</td></tr>
 * </table>
 *
 * <p>Weeks start on Monday, and all days are days in UTC. The last 52 periods of a board can be read.
 *
 * <p>Currencies are {@code gold} and {@code gems}. Progressions are {@code xp}, which clients may write; {@code level},
 * which follows it, one per 250 xp, with 25 gold for each new one; and {@code division}, which is where the player is in
 * the league. Items are {@code health_potion}, {@code arena_ticket}, {@code vip_pass}, {@code silver_crate} and
 * {@code gold_crate}. A new player finds two grants waiting: 150 gold with three health potions, and a silver crate.
 *
 * <p>Purchases are known in USD, EUR (1.08 dollars), GBP (1.27), BRL (0.18), JPY (0.0067), KRW (0.00073) and KWD (3.25).
 *
 * <p>Friends can give each other gold and arena tickets, which cost the sender, and health potions, which do not: one
 * gift per friend and hour, five within 24 hours, to be claimed within a week.
 */
@NullMarked
package io.kraty.sandbox;

import org.jspecify.annotations.NullMarked;
