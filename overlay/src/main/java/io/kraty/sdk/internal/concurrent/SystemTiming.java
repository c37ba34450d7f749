package io.kraty.sdk.internal.concurrent;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The only class that asks the machine for time or chance. */
enum SystemTiming implements Timing {
    INSTANCE;

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    @SuppressWarnings("ReturnValueIgnored") // why the wait is over is for the caller to see: the latch tells
    public void sleep(Duration duration, CountDownLatch stop) throws InterruptedException {
        stop.await(Durations.nanos(duration), TimeUnit.NANOSECONDS);
    }

    @Override
    public Timer timer() {
        return new ThreadTimer();
    }

    @Override
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
