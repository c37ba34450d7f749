package io.kraty.sandbox.internal.game.holdings;

import io.kraty.api.model.ChangeOrigin;
import io.kraty.sandbox.ResourceKind;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to a holding.
 *
 * @param kind what kind of holding
 * @param key which one
 * @param delta how much is added; negative to take
 * @param reason what for
 * @param origin whose doing it is
 * @param sourceId the grant, attempt or gift it comes from; null for none
 */
public record Change(
        ResourceKind kind,
        String key,
        long delta,
        String reason,
        ChangeOrigin origin,
        @Nullable String sourceId) {
    /** A change that the rules of the game make by themselves. */
    public static Change byRule(ResourceKind kind, String key, long delta, String reason, @Nullable String sourceId) {
        return new Change(kind, key, delta, reason, ChangeOrigin.ENGINE, sourceId);
    }

    /** A change that a player asked for. */
    public static Change byPlayer(ResourceKind kind, String key, long delta, String reason, @Nullable String sourceId) {
        return new Change(kind, key, delta, reason, ChangeOrigin.CLIENT, sourceId);
    }
}
