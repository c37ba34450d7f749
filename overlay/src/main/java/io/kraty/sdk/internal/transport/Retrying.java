package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Makes as many attempts as the policy grants and time and budget allow. Nothing is sent any more once the SDK is closed. */
record Retrying(
        Exchange next,
        RetryPolicy policy,
        RetryBudget budget,
        RateLimit limit,
        Timing timing,
        Pausing pausing,
        BooleanSupplier closed)
        implements Exchange {
    @Override
    public Answer send(Ask ask) {
        Deadline deadline = Deadline.in(ask.totalTimeout(), timing);
        KratyException last = null;
        Duration waited = Duration.ZERO;
        Instant since = ask.what().since();
        Instant first = since == null ? timing.now() : since;
        for (int attempt = 1; ; attempt++) {
            Ask now = ask.attempt(attempt, last);
            long begun = timing.nanoTime();
            if (pausing.await(now, deadline)) {
                waited = waited.plusNanos(timing.nanoTime() - begun);
            }
            if (closed.getAsBoolean()) {
                throw HttpClients.tooLate(last);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw now.notMade(ask + " was interrupted before it was sent", last);
            }
            if (isTooLate(now, first)) { // a device may sleep, or a game be paused, for days in the middle of a call
                throw now.notMade(ask + " was not sent again: by now the platform may have forgotten its key", last);
            }
            if (!ask.what().isWanted().getAsBoolean()) { // a game may be paused for long, and somebody else play then
                throw now.notMade(ask + " was not sent: it is not wanted any more", last);
            }
            try {
                return next.send(now.now(waited, deadline.shrink(ask.timeout())));
            } catch (KratyException failure) {
                Duration delay = policy.delay(attempt, failure, timing.random());
                boolean interrupted = Thread.currentThread().isInterrupted();
                if (closed.getAsBoolean() && !interrupted && RetryPolicy.canHelp(failure)) {
                    throw HttpClients.tooLate(failure); // the end may well be what broke it
                }
                if (delay == null || !deadline.allows(delay) || interrupted) {
                    throw failure;
                }
                if (RateLimit.isReasonOf(failure)) {
                    limit.refused(delay); // also if this call is not repeated: others will be
                }
                if (!budget.grants(failure)) {
                    throw RetryBudget.spent(failure);
                }
                begun = timing.nanoTime();
                pause(ask, delay, failure, attempt);
                waited = Duration.ofNanos(timing.nanoTime() - begun);
                last = failure;
            }
        }
    }

    /** A write in doubt is repeated only while its key makes it happen once. */
    private boolean isTooLate(Ask ask, Instant first) {
        return (ask.before() == Outcome.UNKNOWN || ask.what().since() != null)
                && ask.request().isIdempotent()
                && IdempotencyKeys.mayBeForgotten(first, timing.now());
    }

    private void pause(Ask ask, Duration delay, KratyException failure, int attempt) {
        try {
            ask.underway().pause(delay, timing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            KratyException stopped = ask.attempt(attempt, failure)
                    .notMade(
                            "interrupted while waiting to repeat after attempt " + attempt + ": "
                                    + failure.getMessage(),
                            e);
            stopped.addSuppressed(failure);
            throw stopped;
        }
    }
}
