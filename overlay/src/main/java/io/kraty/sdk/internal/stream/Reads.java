package io.kraty.sdk.internal.stream;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.schedule.Schedule;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** When something is read that is kept current by reads: one at a time. Guarded by the lock of what is read. */
final class Reads {
    private final Schedule schedule;
    private final Pace pace;
    private final Runnable read;
    private final BooleanSupplier over;
    private Runnable forget = () -> {};
    private @Nullable Thread reader;
    private boolean due;
    private boolean again;

    /**
     * None is due yet.
     *
     * @param read reads, from {@link #begin} to {@link #done}
     * @param over whether none will ever be wanted any more
     */
    Reads(Schedule schedule, Runnable read, BooleanSupplier over) {
        this.schedule = schedule;
        this.pace = new Pace(schedule.timing());
        this.read = read;
        this.over = over;
    }

    /** As soon as it can be: after the read under way, and not while reads fail, since another follows anyway. */
    void soon() {
        if (reader != null) {
            again = true;
        } else if (!pace.isFailing()) {
            in(pace.soon());
        }
    }

    /** What was missed has to be caught up on, and there is reason to hope that it can be read now. */
    void now() {
        pace.hope();
        if (reader != null) {
            again = true;
        } else {
            in(pace.now());
        }
    }

    /** And not when the next one was to be until now. */
    void in(Duration delay) {
        forget.run();
        due = true;
        forget = schedule.after(delay, read, over);
    }

    /** In about {@code interval}, or soon if one more was asked for; at no time of its own if that is zero. */
    void next(Duration interval) {
        if (again) {
            in(pace.soon());
        } else {
            regularly(interval);
        }
    }

    /** In about {@code interval}, unless one is due or under way; at no time of its own if that is zero. */
    void expect(Duration interval) {
        if (!due && reader == null) {
            regularly(interval);
        }
    }

    private void regularly(Duration interval) {
        Duration delay = pace.regular(interval);
        if (delay != null) {
            in(delay);
        }
    }

    /** One more after the one under way, as soon as it can be. */
    void atOnce() {
        in(pace.now());
    }

    /** After the one under way, which failed. */
    void afterFailure(KratyException why) {
        in(pace.after(why));
    }

    /** It was read. */
    void hope() {
        pace.hope();
    }

    /** This thread reads now; false if another does, which is asked for one more. */
    boolean begin() {
        due = false;
        if (reader != null) {
            again = true;
            return false;
        }
        reader = Thread.currentThread();
        return true;
    }

    /** The read under way sees everything until now. */
    void seesAll() {
        again = false;
    }

    /** This thread reads no more. */
    @SuppressWarnings("Interruption") // the flag that is cleared is one that was meant for this read
    void done() {
        reader = null;
        Thread.interrupted(); // one that was meant for the read is not for what the worker does next
    }

    /** None is due any more, and the one under way is interrupted. */
    void stop() {
        forget.run();
        if (reader != null && reader != Thread.currentThread()) {
            reader.interrupt();
        }
    }
}
