package io.kraty.sdk.internal.stream;

import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Interval;
import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next read. Not thread-safe. */
public final class Pace {
    private static final long SECOND = 1_000_000_000;
    private static final int AT_ONCE = 4;

    private final Timing timing;
    private BackOff failed = BackOff.NONE;
    private long notBefore;
    private long second;
    private int hurried;

    /** Nothing is read yet. */
    public Pace(Timing timing) {
        this.timing = timing;
        this.notBefore = timing.nanoTime();
        this.second = notBefore;
    }

    /** Whether the last read failed, so that another follows anyway. */
    boolean isFailing() {
        return failed.failures() > 0;
    }

    /** It was read, or there is reason to hope. */
    public void hope() {
        failed = BackOff.NONE;
    }

    /** Until the next read if nothing asks for an earlier one, about {@code interval}; null for none if that is zero. */
    public @Nullable Duration regular(Duration interval) {
        return interval.isZero() ? null : new Interval(interval, 1, interval).spread(timing.random());
    }

    /** Until one that catches up on what was missed. */
    public Duration now() {
        return Duration.ofNanos(Math.max(0, notBefore - timing.nanoTime()));
    }

    /** Until one that a push asks for: a few at once, then one a second, since on a busy board every push may. */
    Duration soon() {
        long now = timing.nanoTime();
        if (now - second >= SECOND) {
            second = now;
            hurried = 0;
        }
        hurried++;
        long wait = hurried <= AT_ONCE ? 0 : second + SECOND + (long) (timing.random() * SECOND) - now;
        return Duration.ofNanos(Math.max(wait, now().toNanos()));
    }

    /** Until the next after one that failed. */
    public Duration after(KratyException why) {
        failed = failed.failed(Duration.ZERO);
        Duration pause = failed.delay(why, timing.random());
        if (why instanceof KratyApiException api && api.retryAfter() != null) {
            notBefore = timing.nanoTime() + Durations.nanos(pause); // whoever asks for an earlier one
        }
        return pause;
    }
}
