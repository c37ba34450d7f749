package io.kraty.benchmark.outage;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.outbox.Waits;
import io.kraty.sdk.internal.stream.BackOff;
import io.kraty.sdk.internal.stream.Pace;
import io.kraty.sdk.internal.transport.RetryBudget;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.request.KratyRetryConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** This SDK, with its defaults: the very classes that decide in a game. */
final class Ours implements Manners {
    private static final RetryPolicy POLICY = new RetryPolicy(KratyRetryConfig.defaults());
    private static final String QUEUE = "all";

    private final Clock clock;
    private final RetryBudget budget = new RetryBudget(POLICY.config().budget());
    private final Pace pace;
    private final Waits waits;
    private BackOff connects = BackOff.NONE;

    Ours(Clock clock) {
        this.clock = clock;
        this.pace = new Pace(clock);
        this.waits = new Waits(clock);
    }

    @Override
    public @Nullable Duration retry(int attempts, KratyException failure) {
        Duration delay = POLICY.delay(attempts, failure, clock.random());
        return delay == null || !budget.grants(failure) ? null : delay;
    }

    @Override
    public void succeeded(int attempts) {
        budget.earn();
    }

    @Override
    public Duration reconnect(KratyException failure, Duration health) {
        connects = connects.failed(health);
        return connects.delay(failure, clock.random());
    }

    @Override
    public Duration reread(KratyException failure) {
        return pace.after(failure);
    }

    @Override
    public void hope() {
        pace.hope();
    }

    @Override
    public Duration resend(KratyException failure) {
        waits.failed(QUEUE, failure);
        return waits.left(QUEUE);
    }

    @Override
    public void sent() {
        waits.succeeded(QUEUE);
    }
}
