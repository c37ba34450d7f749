package io.kraty.sdk.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One period of a board that the studio configured.
 *
 * @param key the board's key
 * @param period when the period began
 * @param segment the part of the board that the player was in; null on a board that is not split
 * @since 0.1.0
 */
public record ConfiguredBoardRef(
        String key, Instant period, @Nullable String segment) implements MembershipRef {
    public ConfiguredBoardRef {
        segment = segment == null || segment.isEmpty() ? null : segment;
    }
}
