package io.kraty.sdk.soak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The sandbox's time, many times as fast as the real one: windows open and close, and presence and cooldowns end. */
final class FastClock extends Clock {
    private static final long TIMES = 300;

    private final Instant start = Instant.parse("2026-09-01T12:00:00Z");
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos(System.nanoTime() - startNanos).multipliedBy(TIMES));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
