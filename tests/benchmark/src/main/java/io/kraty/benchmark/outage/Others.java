package io.kraty.benchmark.outage;

import io.kraty.sdk.error.KratyException;
import java.time.Duration;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What others do: four attempts with waits that double, and the same for what goes on in the background. */
class Others implements Manners {
    private static final int ATTEMPTS = 4;

    private final Doubling calls;
    private final Doubling connects;
    private final Doubling reads;
    private final Doubling outbox;

    /** With the waits of a call up to {@code longest}. */
    Others(Clock clock, DoubleUnaryOperator spread, Duration longest) {
        Duration second = Duration.ofSeconds(1);
        Duration background = Duration.ofSeconds(20);
        this.calls = new Doubling(Duration.ofMillis(100), longest, spread, clock);
        this.connects = new Doubling(second, background, spread, clock);
        this.reads = new Doubling(second, background, spread, clock);
        this.outbox = new Doubling(second, Duration.ofMinutes(5), spread, clock);
    }

    /** Plain exponential back-off, spread by a fifth. */
    static Manners plain(Clock clock) {
        return new Others(clock, Doubling::aFifth, Duration.ofSeconds(5));
    }

    @Override
    public @Nullable Duration retry(int attempts, KratyException failure) {
        return attempts < ATTEMPTS ? calls.after(attempts) : null;
    }

    @Override
    public void succeeded(int attempts) {
        // Nobody remembers.
    }

    @Override
    public Duration reconnect(KratyException failure, Duration health) {
        if (!health.isZero()) {
            connects.reset();
        }
        return connects.failed();
    }

    @Override
    public Duration reread(KratyException failure) {
        return reads.failed();
    }

    @Override
    public void hope() {
        reads.reset();
    }

    @Override
    public Duration resend(KratyException failure) {
        return outbox.failed();
    }

    @Override
    public void sent() {
        outbox.reset();
    }

    /**
     * The bucket of the AWS SDKs: 500 tokens, five for a retry. What a retry took comes back if it helped; a call that needed
     * none brings one. With full jitter up to 20 s, as there.
     */
    static final class TokenBucket extends Others {
        private static final int MOST = 500;
        private static final int COST = 5;

        private int tokens = MOST;

        TokenBucket(Clock clock) {
            super(clock, Doubling::full, Duration.ofSeconds(20));
        }

        @Override
        public @Nullable Duration retry(int attempts, KratyException failure) {
            Duration delay = super.retry(attempts, failure);
            if (delay == null || tokens < COST) {
                return null;
            }
            tokens -= COST;
            return delay;
        }

        @Override
        public void succeeded(int attempts) {
            tokens = Math.min(MOST, tokens + (attempts == 1 ? 1 : COST));
        }
    }
}
