package io.kraty.sdk.internal.collect;

import io.kraty.sdk.internal.transport.RateLimit;
import java.time.Duration;

/**
 * How much is asked at a time: half as much from each refusal for the rate limit on, whoever met it, since the limit is the
 * key's; and nothing before the moment that the platform named. It does not grow again: what is left of a list is over soon.
 * Thread-safe.
 */
public final class Pace {
    private final RateLimit limit;
    private final Pause pause;
    private int width;
    private int heard;

    /** Waits, and ends early when the SDK is closed. */
    @FunctionalInterface
    public interface Pause {
        /** Waits for that long. */
        void sleep(Duration duration) throws InterruptedException;
    }

    /** Begins with {@code width} at a time. */
    public Pace(int width, RateLimit limit, Pause pause) {
        this.width = width;
        this.limit = limit;
        this.pause = pause;
        this.heard = limit.refusals();
    }

    /** How many at a time. */
    synchronized int width() {
        for (int refusals = limit.refusals(); heard < refusals; heard++) {
            width = Math.max(1, width / 2);
        }
        return width;
    }

    /** Waits while nobody is to ask, if there was a refusal. An interrupt ends that, and is kept. */
    void await() {
        Duration left = limit.left();
        if (!left.isZero()) {
            try {
                pause.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether the worker of that number, from 0, may go on, once it may. The first one may always. */
    boolean allows(int worker) {
        if (worker >= width()) {
            return false;
        }
        await();
        return worker < width();
    }
}
