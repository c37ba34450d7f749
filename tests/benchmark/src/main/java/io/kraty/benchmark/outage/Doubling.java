package io.kraty.benchmark.outage;

import java.time.Duration;
import java.util.function.DoubleUnaryOperator;

/** Waits that double, up to a longest one, spread in some way. */
final class Doubling {
    private final Duration first;
    private final Duration longest;
    private final DoubleUnaryOperator spread;
    private final Clock clock;
    private int failures;

    Doubling(Duration first, Duration longest, DoubleUnaryOperator spread, Clock clock) {
        this.first = first;
        this.longest = longest;
        this.spread = spread;
        this.clock = clock;
    }

    /** Between 80 % and 120 %. */
    static double aFifth(double random) {
        return 0.8 + 0.4 * random;
    }

    /** Anything up to all of it, which AWS recommends. */
    static double full(double random) {
        return random;
    }

    Duration failed() {
        return after(++failures);
    }

    Duration after(int times) {
        double doubled = Math.min(first.toNanos() * Math.pow(2, times - 1.0), (double) longest.toNanos());
        return Duration.ofNanos((long) (doubled * spread.applyAsDouble(clock.random())));
    }

    void reset() {
        failures = 0;
    }
}
