package io.kraty.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The time that all rules of a sandbox go by. It can stand still, jump ahead and run faster than the world outside, but
 * it never goes back. [choice] It ends with the year 9999: timestamps have four digits for a year.
 *
 * <p>What time brings (windows that close, bots that move, periods that end) has happened by the time a method here
 * returns. Heartbeats of streams are about connections and keep to real time. Safe to
 * use from several threads.
 *
 * @since 0.1.0
 */
public final class SandboxClock extends Clock {
    private static final double FASTEST = 1_000_000;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Clock outside;
    private final @Nullable Instant start;
    private final boolean startsFrozen;
    private final double startSpeed;
    private Runnable onMove = () -> {};
    private Instant anchorOutside;
    private Instant anchor;
    private double speed;
    private boolean frozen;

    /** A clock that begins at {@code start}, or now if that is null. */
    SandboxClock(Clock outside, @Nullable Instant start, boolean frozen, double speed) {
        if (start != null && (start.isBefore(FIRST) || start.isAfter(LAST))) {
            throw new IllegalArgumentException("start must be from " + FIRST + " to " + LAST + ", was " + start);
        }
        this.outside = outside;
        this.start = start;
        this.startsFrozen = frozen;
        this.startSpeed = requireSpeed(speed);
        this.anchorOutside = outside.instant();
        this.anchor = start == null ? anchorOutside : start;
        this.speed = speed;
        this.frozen = frozen;
    }

    /** The time in the sandbox, to the millisecond. */
    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(exact().toEpochMilli());
    }

    /** Whether time stands still. */
    public synchronized boolean isFrozen() {
        return frozen;
    }

    /** How many seconds pass here per second outside, while time does not stand still. */
    public synchronized double speed() {
        return speed;
    }

    /** Stops time where it is. */
    public synchronized void freeze() {
        anchor();
        frozen = true;
    }

    /**
     * Jumps to {@code time} and stops there.
     *
     * @throws IllegalArgumentException if that is in the past, or beyond the end of time
     */
    public void freezeAt(Instant time) {
        synchronized (this) {
            jump(time);
            frozen = true;
        }
        onMove.run();
    }

    /** Lets time pass again, at the speed set last. */
    public synchronized void resume() {
        anchor();
        frozen = false;
    }

    /**
     * Jumps ahead. Time passes, or stands still, as before.
     *
     * @param time how far; not negative
     * @throws IllegalArgumentException if that is beyond the end of time
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time must not be negative, was " + time);
        }
        synchronized (this) {
            if (time.compareTo(Duration.between(exact(), LAST)) > 0) {
                throw new IllegalArgumentException("time must not go beyond " + LAST + ", was " + time);
            }
            jump(exact().plus(time));
        }
        onMove.run();
    }

    /**
     * Jumps to {@code time}. Time passes, or stands still, as before.
     *
     * @throws IllegalArgumentException if that is in the past, or beyond the end of time
     */
    public void advanceTo(Instant time) {
        synchronized (this) {
            jump(time);
        }
        onMove.run();
    }

    /**
     * Sets how fast time passes.
     *
     * @param factor seconds here per second outside; above 0, at most 1,000,000
     */
    public synchronized void speed(double factor) {
        requireSpeed(factor);
        anchor();
        speed = factor;
    }

    /** UTC. */
    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Not this clock any more: a reading of it in another zone, which cannot be steered. */
    @Override
    public Clock withZone(ZoneId zone) {
        SandboxClock steered = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return steered.withZone(other);
            }

            @Override
            public Instant instant() {
                return steered.instant();
            }
        };
    }

    /** What has to happen when time has jumped. */
    void onMove(Runnable action) {
        onMove = action;
    }

    /** Back to how it was made. For a world that begins anew, too. */
    synchronized void reset() {
        anchorOutside = outside.instant();
        anchor = start == null ? anchorOutside : start;
        speed = startSpeed;
        frozen = startsFrozen;
    }

    private synchronized Instant exact() {
        if (frozen) {
            return anchor;
        }
        Duration passed = Duration.between(anchorOutside, outside.instant());
        Instant now = anchor.plus(speed == 1 ? passed : Duration.ofNanos((long) (passed.toNanos() * speed)));
        return now.isAfter(LAST) ? LAST : now;
    }

    private void jump(Instant time) {
        Instant now = instant();
        if (time.isBefore(now)) {
            throw new IllegalArgumentException("time must not be before " + now + ", was " + time);
        }
        if (time.isAfter(LAST)) {
            throw new IllegalArgumentException("time must not go beyond " + LAST + ", was " + time);
        }
        anchorOutside = outside.instant();
        anchor = time;
    }

    private void anchor() {
        Instant now = exact();
        anchorOutside = outside.instant();
        anchor = now;
    }

    private static double requireSpeed(double factor) {
        if (!(factor > 0 && factor <= FASTEST)) {
            throw new IllegalArgumentException("speed must be above 0 and at most 1000000, was " + factor);
        }
        return factor;
    }
}
