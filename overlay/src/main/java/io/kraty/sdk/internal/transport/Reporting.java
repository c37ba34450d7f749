package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.request.RequestInfo;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/** Tells the game's hook of every attempt, once it is known what became of it. */
record Reporting(Exchange next, BaseUrl baseUrl, Consumer<RequestInfo> onRequest, RetryBudget budget, Timing timing)
        implements Exchange {
    private static final Log LOG = Log.of("telemetry");

    @Override
    public Answer send(Ask ask) {
        Integer left = budget.left();
        long start = timing.nanoTime();
        try {
            Answer answer = next.send(ask);
            long took = answer.receivedNanos() - start;
            Integer status = answer.response().code();
            return answer.telling(why -> report(ask, left, took, status, why));
        } catch (KratyException e) {
            report(ask, left, timing.nanoTime() - start, null, e);
            throw e;
        }
    }

    private void report(Ask ask, @Nullable Integer left, long took, @Nullable Integer status, @Nullable Throwable why) {
        try {
            onRequest.accept(new RequestInfo(
                    ask.request().operationId(),
                    ask.request().method(),
                    ask.request().pathTemplate(),
                    baseUrl.resolve(ask.request()).toString(),
                    ask.attempt(),
                    ask.waited(),
                    ask.request().idempotencyKey(),
                    Duration.ofNanos(took),
                    ask.underway().sent(),
                    ask.underway().received(),
                    status,
                    status != null && status >= 200 && status < 300,
                    OutcomeCode.of(why, ask.underway()),
                    left));
        } catch (
                Throwable e) { // whatever it is: the write behind it happened, and its result is not the hook's to lose
            LOG.get().log(Level.WARNING, "the onRequest hook threw; the call is not affected", e);
        }
    }
}
