package io.kraty.sdk.internal.concurrent;

import java.time.Duration;
import java.time.Instant;
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
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Durations.nanos(duration));
    }

    @Override
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
