package io.kraty.sdk.store;

import io.kraty.api.runtime.Checks;
import io.kraty.sdk.internal.text.HeaderValues;

/**
 * A player and what proves that the game speaks for them.
 *
 * @param externalPlayerId the id the game knows the player by
 * @param secret the player secret; keep it like a password
 * @since 0.1.0
 */
public record PlayerCredentials(String externalPlayerId, String secret) {
    public PlayerCredentials {
        Checks.pathSegment("externalPlayerId", externalPlayerId);
        HeaderValues.check("secret", secret);
    }

    /** Names the player, not the secret. */
    @Override
    public String toString() {
        return "PlayerCredentials[externalPlayerId=" + externalPlayerId + ", secret=(hidden)]";
    }
}
