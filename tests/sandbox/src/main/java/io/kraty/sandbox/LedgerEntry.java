package io.kraty.sandbox;

import java.time.Instant;

/**
 * One change of one holding. The ledger tells what really happened, however many requests it took.
 *
 * @param externalPlayerId whose holding
 * @param kind what kind of holding
 * @param key the item key or the economy key
 * @param delta how much was added; negative if it was taken
 * @param balance how much there was afterwards
 * @param reason what for: {@code grant_deposit}, {@code entry_cost}, {@code gift}, {@code credit}, or what the
 *     player's call gave as its reason ({@code consume} and {@code debit} if it gave none)
 * @param at when, by the sandbox's clock
 */
public record LedgerEntry(
        String externalPlayerId, ResourceKind kind, String key, long delta, long balance, String reason, Instant at) {}
