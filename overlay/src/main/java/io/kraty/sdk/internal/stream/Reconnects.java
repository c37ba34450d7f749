package io.kraty.sdk.internal.stream;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.schedule.Schedule;
import io.kraty.sdk.internal.transport.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When a stream that broke is connected again. Guarded by the lock of who follows it. */
final class Reconnects {
    private final Schedule schedule;
    private final Timing timing;
    private final Runnable connect;
    private Runnable forget = () -> {};
    private BackOff failures = BackOff.NONE;
    private @Nullable KratyException refusal;
    private long notBefore;

    /**
     * Nothing failed yet.
     *
     * @param connect connects
     */
    Reconnects(Schedule schedule, Runnable connect) {
        this.schedule = schedule;
        this.timing = schedule.timing();
        this.connect = connect;
    }

    /** A wish of the platform holds, whatever else there is reason to hope for. */
    void heed(KratyException why) {
        Duration asked = RetryPolicy.asked(why, Duration.ZERO, timing.random());
        if (asked != null) {
            refusal = why;
            notBefore = timing.nanoTime() + Durations.nanos(asked);
        }
    }

    /** With what the platform wished for a pause that is not over, after which it is connected; null if it may be now. */
    @Nullable
    KratyException postponed() {
        long wait = notBefore - timing.nanoTime();
        if (refusal == null || wait <= 0) {
            return null;
        }
        in(Duration.ofNanos(wait));
        return refusal;
    }

    /** It broke, after having worked for {@code health}. */
    void after(KratyException why, Duration health) {
        failures = failures.failed(health);
        in(failures.delay(why, timing.random()));
    }

    private void in(Duration delay) {
        forget.run();
        forget = schedule.after(delay, connect);
    }

    /** It is not connected again until it is asked for. */
    void stop() {
        forget.run();
    }

    /** What failed until now says nothing about what comes. */
    void hope() {
        failures = BackOff.NONE;
    }
}
