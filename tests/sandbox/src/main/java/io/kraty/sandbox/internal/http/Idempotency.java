package io.kraty.sandbox.internal.http;

import com.google.gson.JsonObject;
import io.kraty.api.Operation;
import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries a write out once per player, operation and key. Two calls with one key at the same time: the second waits, and
 * gets what the first got.
 *
 * <p>[choice] Refusals (4xx) are remembered as well, since they are an outcome. {@code 202 lobby_forming} and server
 * errors are not: the same key may be used again. The same key for another resource of the operation (another grant,
 * say) counts as another body. Of too many outcomes within a day, the oldest are forgotten early.
 */
final class Idempotency {
    private static final Duration REMEMBERED = Duration.ofHours(24);

    /** What a key belongs to. */
    record Key(String player, Operation operation, String value) {}

    /** What has to be the same for a repetition to be one. */
    record Content(String path, JsonObject body) {}

    /** What came of one use of a key; a later use has another, however equal. */
    private static final class Outcome {
        private final Key key;
        private final Content content;
        private final Answer answer;
        private final Instant forgottenAt;

        Outcome(Key key, Content content, Answer answer, Instant forgottenAt) {
            this.key = key;
            this.content = content;
            this.answer = answer;
            this.forgottenAt = forgottenAt;
        }
    }

    /** A key in use. Its users and whether it is in the table are guarded by the table, its outcome by itself. */
    private static final class Entry {
        private int users;
        private volatile @Nullable Outcome outcome;
    }

    private final Clock clock;
    private final int most;
    private final Map<Key, Entry> entries = new HashMap<>();
    private final Deque<Outcome> oldestFirst = new ArrayDeque<>();

    /**
     * Nothing is remembered yet.
     *
     * @param most how many outcomes there is room for
     */
    Idempotency(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    Answer once(Key key, Content content, Supplier<Answer> effect) {
        Entry entry = enter(key);
        try {
            synchronized (entry) {
                return once(entry, key, content, effect);
            }
        } finally {
            leave(key, entry);
        }
    }

    /** How many outcomes are remembered. */
    int size() {
        synchronized (entries) {
            return oldestFirst.size();
        }
    }

    private Answer once(Entry entry, Key key, Content content, Supplier<Answer> effect) {
        Outcome known = entry.outcome;
        if (known != null && !isOver(known)) {
            if (!known.content.equals(content)) {
                throw new ApiError(
                        409, ErrorCode.IDEMPOTENCY_CONFLICT, "The idempotency key was used with another body.");
            }
            return known.answer.replayed();
        }
        entry.outcome = null;
        Answer answer = effect.get();
        if (answer.status() < 500 && answer.status() != 202) {
            Outcome outcome = new Outcome(key, content, answer, clock.instant().plus(REMEMBERED));
            entry.outcome = outcome;
            synchronized (entries) {
                oldestFirst.addLast(outcome);
            }
        }
        return answer;
    }

    private Entry enter(Key key) {
        synchronized (entries) {
            forget();
            Entry entry = entries.computeIfAbsent(key, any -> new Entry());
            entry.users++;
            return entry;
        }
    }

    private void leave(Key key, Entry entry) {
        synchronized (entries) {
            entry.users--;
            if (entry.users == 0 && entry.outcome == null) {
                entries.remove(key);
            }
        }
    }

    private void forget() {
        while (!oldestFirst.isEmpty() && (oldestFirst.size() > most || isOver(oldestFirst.getFirst()))) {
            Outcome oldest = oldestFirst.removeFirst();
            Entry entry = entries.get(oldest.key);
            // Somebody else may be about to use the key, or have used it again.
            if (entry != null && entry.outcome == oldest) {
                entry.outcome = null;
                if (entry.users == 0) {
                    entries.remove(oldest.key);
                }
            }
        }
    }

    /** Forgets everything. What is being carried out at this moment is not remembered either. */
    void clear() {
        synchronized (entries) {
            entries.clear();
            oldestFirst.clear();
        }
    }

    private boolean isOver(Outcome outcome) {
        return !clock.instant().isBefore(outcome.forgottenAt);
    }
}
