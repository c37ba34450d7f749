package io.kraty.sandbox;

import io.kraty.api.model.ChangeOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one holding. The ledger tells what really happened, however many requests it took.
 *
 * @param id what the news of an inventory stream know it by
 * @param externalPlayerId whose holding
 * @param kind what kind of holding
 * @param key the item key or the economy key
 * @param delta how much was added; negative if it was taken
 * @param balance how much there was afterwards
 * @param reason what for: {@code grant_deposit}, {@code entry_cost}, {@code gift}, {@code credit}, {@code initial} (a player from
 *     the game file), {@code carried_forward} (the sum of entries too old to be kept), {@code derived} (a
 *     progression that follows from another), {@code promotion}, {@code relegation}, or what the player's call gave as
 *     its reason ({@code consume}, {@code debit} and {@code progress} if it gave none)
 * @param origin whose doing it was: the client's, the engine's, or an admin's, which is what calling the sandbox's own
 *     methods counts as
 * @param requestId the {@code X-Request-Id} of the request that caused it; null if time or the sandbox's owner did
 * @param sourceId the grant, attempt or gift it comes from; null for none
 * @param at when, by the sandbox's clock
 * @since 0.1.0
 */
public record LedgerEntry(
        String id,
        String externalPlayerId,
        ResourceKind kind,
        String key,
        long delta,
        long balance,
        String reason,
        ChangeOrigin origin,
        @Nullable String requestId,
        @Nullable String sourceId,
        Instant at) {}
