package io.kraty.game.online;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a player has earned or paid, and must not lose: kept on disk until the platform confirms it, and sent with
 * the same key however often it takes.
 *
 * @param key the idempotency key
 * @param player whose deed it is
 * @param kind what it is
 * @param subject the event, the board or the product
 * @param attempt the attempt, for progress and the end of it
 * @param amounts by metric; the score of a board is under {@code score}
 * @param at when it happened
 */
public record Deed(
        String key,
        String player,
        Kind kind,
        String subject,
        @Nullable String attempt,
        Map<String, Double> amounts,
        String at) {
    /** What a deed is. */
    public enum Kind {
        PROGRESS,
        FINISH,
        SCORE,
        TRADE,
        PURCHASE
    }

    Instant time() {
        return Instant.parse(at);
    }
}
