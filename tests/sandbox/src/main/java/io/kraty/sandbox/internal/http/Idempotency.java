package io.kraty.sandbox.internal.http;

import com.google.gson.JsonObject;
import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.game.ApiError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
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
 * say) counts as another body. Of more than 50,000 outcomes within a day, the oldest are forgotten early, so that a busy
 * day fits into memory.
 */
final class Idempotency {
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final int MOST = 50_000;

    /** What a key belongs to. */
    record Key(String player, Operation operation, String value) {}

    /** What has to be the same for a repetition to be one. */
    record Content(String path, JsonObject body) {}

    private record Outcome(Content content, Answer answer, Instant forgottenAt) {}

    /** An outcome and where it is, for the time when it is to be forgotten. */
    private record Remembered(Key key, Entry entry, Outcome outcome) {}

    private static final class Entry {
        private @Nullable Outcome outcome;
    }

    private final Clock clock;
    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();
    // Guarded by itself, inside of an entry's lock. All are remembered for as long, so the first is the first to go.
    private final Deque<Remembered> oldestFirst = new ArrayDeque<>();

    Idempotency(Clock clock) {
        this.clock = clock;
    }

    Answer once(Key key, Content content, Supplier<Answer> effect) {
        forget();
        while (true) {
            Entry entry = entries.computeIfAbsent(key, any -> new Entry());
            synchronized (entry) {
                if (entries.get(key) == entry) { // else it was forgotten while this waited for it
                    return once(key, entry, content, effect);
                }
            }
        }
    }

    private Answer once(Key key, Entry entry, Content content, Supplier<Answer> effect) {
        Outcome before = entry.outcome;
        if (before == null || isOver(before)) {
            Answer answer = effect.get();
            if (answer.status() < 500 && answer.status() != 202) {
                remember(
                        key, entry, new Outcome(content, answer, clock.instant().plus(REMEMBERED)));
            } else {
                entries.remove(key, entry);
            }
            return answer;
        }
        if (!before.content.equals(content)) {
            throw new ApiError(409, ErrorCode.IDEMPOTENCY_CONFLICT, "The idempotency key was used with another body.");
        }
        return before.answer.replayed();
    }

    void clear() {
        synchronized (oldestFirst) {
            oldestFirst.clear();
        }
        entries.clear();
    }

    private void remember(Key key, Entry entry, Outcome outcome) {
        entry.outcome = outcome;
        synchronized (oldestFirst) {
            oldestFirst.addLast(new Remembered(key, entry, outcome));
        }
    }

    private boolean isOver(Outcome outcome) {
        return !clock.instant().isBefore(outcome.forgottenAt);
    }

    private void forget() {
        for (Remembered due = nextDue(); due != null; due = nextDue()) {
            Entry entry = due.entry;
            synchronized (entry) {
                if (due.outcome.equals(entry.outcome)) { // else the key was used again meanwhile
                    entries.remove(due.key, entry);
                }
            }
        }
    }

    private @Nullable Remembered nextDue() {
        synchronized (oldestFirst) {
            Remembered first = oldestFirst.peekFirst();
            return first != null && (oldestFirst.size() > MOST || isOver(first.outcome))
                    ? oldestFirst.removeFirst()
                    : null;
        }
    }
}
