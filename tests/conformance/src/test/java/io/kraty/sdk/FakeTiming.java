package io.kraty.sdk;

import io.kraty.sdk.internal.concurrent.Timer;
import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only while somebody sleeps or the test says so, and chance that is not one. */
public final class FakeTiming implements Timing {
    private static final long LOOK_MILLIS = 2;

    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Duration> begun = new LinkedBlockingQueue<>();
    private final Set<Later> later = ConcurrentHashMap.newKeySet();
    private final Semaphore permits;
    // Whether sleeps and timers last until the test says so.
    private final boolean byHand;
    private final boolean timersByHand;
    private volatile Instant start = Instant.parse("2026-09-01T12:00:00Z");
    private volatile double random = 0.5;

    private FakeTiming(int permits, boolean byHand, boolean timersByHand) {
        this.permits = new Semaphore(permits);
        this.byHand = byHand;
        this.timersByHand = timersByHand;
    }

    /** Sleeps take no time, and what is to happen later happens at once; the clock moves on by as much. */
    public static FakeTiming flowing() {
        return new FakeTiming(Integer.MAX_VALUE / 2, false, false);
    }

    /** Each sleep, and each thing that is to happen later, lasts until {@link #wake} is called, or it is stopped. */
    public static FakeTiming stepped() {
        return new FakeTiming(0, false, false);
    }

    /** Time passes by {@link #advance} alone, which does what is due on the calling thread, in the order in which it is due. */
    public static FakeTiming byHand() {
        return new FakeTiming(0, true, true);
    }

    /** Sleeps take no time, as in {@link #flowing}; what is to happen later happens by {@link #advance} alone. */
    public static FakeTiming sleepless() {
        return new FakeTiming(Integer.MAX_VALUE / 2, false, true);
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return start.plusNanos(nanos.get());
    }

    @Override
    public void sleep(Duration duration, CountDownLatch stop) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long due = nanos.get() + duration.toNanos();
        note(duration);
        while (byHand ? nanos.get() < due : !permits.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (stop.getCount() == 0) {
                return;
            }
            if (byHand && stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        if (!byHand) {
            nanos.addAndGet(duration.toNanos());
        }
    }

    @Override
    public Timer timer() {
        return new FakeTimer();
    }

    @Override
    public double random() {
        return random;
    }

    /** What chance says from now on; 0.5, which means no jitter, unless set. */
    public FakeTiming random(double value) {
        random = value;
        return this;
    }

    /** Ends the sleep under way, or the next one. */
    public void wake() {
        permits.release();
    }

    /** Waits until somebody sleeps, and says for how long. */
    public Duration awaitSleep() throws InterruptedException {
        Duration next = begun.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nobody went to sleep");
        }
        return next;
    }

    /** All sleeps so far, in order. */
    public List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    /** How far the clock went. */
    public Duration elapsed() {
        return Duration.ofNanos(nanos.get());
    }

    /** Sets the wall clock. */
    public void now(Instant instant) {
        start = instant.minusNanos(nanos.get());
    }

    /** Moves both clocks on. */
    public void advance(Duration duration) {
        long end = nanos.get() + duration.toNanos();
        for (Later next = due(end); next != null; next = due(end)) {
            nanos.accumulateAndGet(next.due, Math::max);
            next.run();
        }
        nanos.accumulateAndGet(end, Math::max);
    }

    /** When the next thing is to happen that {@link #advance} would do; null for nothing. */
    public Duration untilNext() {
        return later.stream()
                .map(next -> Duration.ofNanos(Math.max(0, next.due - nanos.get())))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Later due(long end) {
        return later.stream()
                .filter(next -> next.due <= end)
                .min(Comparator.comparingLong(next -> next.due))
                .orElse(null);
    }

    private void note(Duration duration) {
        sleeps.add(duration);
        begun.add(duration);
    }

    /** Something that is to happen. */
    private final class Later {
        private final long due;
        private final Runnable task;
        private final AtomicBoolean over = new AtomicBoolean();

        private Later(Duration delay, Runnable task) {
            this.due = nanos.get() + delay.toNanos();
            this.task = task;
        }

        private void run() {
            later.remove(this);
            if (over.compareAndSet(false, true)) {
                task.run();
            }
        }

        private void forget() {
            later.remove(this);
            over.set(true);
        }

        private void await() {
            try {
                while (!permits.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (over.get()) {
                        return;
                    }
                }
                nanos.accumulateAndGet(due, Math::max);
                run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class FakeTimer implements Timer {
        private final Set<Later> mine = ConcurrentHashMap.newKeySet();
        private volatile boolean closed;

        @Override
        public Runnable after(Duration delay, Runnable task) {
            Later next = new Later(delay, task);
            if (closed) {
                return () -> {};
            }
            mine.add(next);
            if (timersByHand) {
                later.add(next);
            }
            note(delay);
            if (!timersByHand) {
                Thread thread = new Thread(next::await, "fake-timer");
                thread.setDaemon(true);
                thread.start();
            }
            return next::forget;
        }

        @Override
        public void close() {
            closed = true;
            mine.forEach(Later::forget);
        }
    }
}
