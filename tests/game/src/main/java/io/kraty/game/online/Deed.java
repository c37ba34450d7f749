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
 * @param attempt the attempt, for progress and the end of it; null for others
 * @param segment the part of the board, for a score; null for others, and for a board without parts
 * @param amounts by metric; the score of a board is under {@code score}
 * @param at when it happened
 */
public record Deed(
        String key,
        String player,
        Kind kind,
        String subject,
        @Nullable String attempt,
        @Nullable String segment,
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

    /** The same, of somebody. */
    Deed of(String somebody) {
        return new Deed(key, somebody, kind, subject, attempt, segment, amounts, at);
    }

    /** Whether it can be sent: a file may have been written by hand, or by another version. */
    boolean isSound() {
        try {
            return key != null
                    && player != null
                    && kind != null
                    && subject != null
                    && amounts != null
                    && !amounts.containsValue(null)
                    && !Instant.parse(at).equals(Instant.MIN)
                    && (attempt != null || (kind != Kind.PROGRESS && kind != Kind.FINISH));
        } catch (RuntimeException e) { // no time at all
            return false;
        }
    }

    Instant time() {
        return Instant.parse(at);
    }
}
