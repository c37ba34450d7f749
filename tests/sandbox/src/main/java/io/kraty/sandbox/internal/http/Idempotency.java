package io.kraty.sandbox.internal.http;

import com.google.gson.JsonObject;
import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.game.ApiError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries a write out once per player, operation and key. Two calls with one key at the same time: the second waits, and
 * gets what the first got.
 *
 * <p>[choice] Refusals (4xx) are remembered as well, since they are an outcome. {@code 202 lobby_forming} and server
 * errors are not: the same key may be used again. The same key for another resource of the operation (another grant,
 * say) counts as another body.
 */
final class Idempotency {
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final int ROOM_BEFORE_CLEANING = 10_000;

    /** What a key belongs to. */
    record Key(String player, Operation operation, String value) {}

    /** What has to be the same for a repetition to be one. */
    record Content(String path, JsonObject body) {}

    private record Outcome(Content content, Answer answer, Instant forgottenAt) {}

    private static final class Entry {
        private @Nullable Outcome outcome;
    }

    private final Clock clock;
    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

    Idempotency(Clock clock) {
        this.clock = clock;
    }

    Answer once(Key key, Content content, Supplier<Answer> effect) {
        clean();
        Entry entry = entries.computeIfAbsent(key, any -> new Entry());
        synchronized (entry) {
            Outcome outcome = entry.outcome;
            if (outcome == null || isOver(outcome)) {
                Answer answer = effect.get();
                boolean remembered = answer.status() < 500 && answer.status() != 202;
                entry.outcome = remembered
                        ? new Outcome(content, answer, clock.instant().plus(REMEMBERED))
                        : null;
                return answer;
            }
            if (!outcome.content.equals(content)) {
                throw new ApiError(
                        409, ErrorCode.IDEMPOTENCY_CONFLICT, "The idempotency key was used with another body.");
            }
            return outcome.answer.replayed();
        }
    }

    void clear() {
        entries.clear();
    }

    private boolean isOver(Outcome outcome) {
        return !clock.instant().isBefore(outcome.forgottenAt);
    }

    private void clean() {
        if (entries.size() > ROOM_BEFORE_CLEANING) {
            entries.values().removeIf(entry -> {
                synchronized (entry) {
                    return entry.outcome != null && isOver(entry.outcome);
                }
            });
        }
    }
}
