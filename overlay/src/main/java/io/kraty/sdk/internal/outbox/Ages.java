package io.kraty.sdk.internal.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a write is over without being sent, and how it has ended then.
 *
 * @param most how old one may become
 */
record Ages(Duration most) {
    /** Of any moment and for any age: there is a time between any two, but not every sum. */
    boolean isOver(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(most) > 0;
    }

    /** Whether it ended when it was as old as any may become. */
    boolean wasOver(Entry entry) {
        Verdict how = entry.verdict();
        return how != null && Duration.between(entry.createdAt(), how.at()).compareTo(most) >= 0;
    }

    /** Ends what was sent so long ago that the platform may have forgotten its key, if it could count twice; null for the rest. */
    @Nullable
    Verdict forgotten(Entry entry, Instant now) {
        return !entry.repeatable() && Attempts.isForgotten(entry.firstSentAt(), now) ? unknown(entry, now) : null;
    }

    /** Ends what is too old; null for the rest. */
    @Nullable
    Verdict expired(Entry entry, Instant now) {
        if (!isOver(entry.createdAt(), now)) {
            return null;
        }
        return entry.firstSentAt() == null ? Verdict.expired(now) : unknown(entry, now);
    }

    private static Verdict unknown(Entry entry, Instant now) {
        return Verdict.unknown(
                now,
                "sent at " + entry.firstSentAt()
                        + " without an answer; by now the platform may have forgotten its key");
    }
}
