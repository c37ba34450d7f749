package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.request.RequestInfo;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells the game's hook of every attempt, after its answer was read or given up. */
record Reporting(Exchange next, BaseUrl baseUrl, Consumer<RequestInfo> onRequest, Timing timing) implements Exchange {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.telemetry");

    @Override
    public Answer send(Ask ask) {
        long start = timing.nanoTime();
        try {
            Answer answer = next.send(ask);
            report(ask, start, answer.response().code());
            return answer;
        } catch (KratyException e) {
            report(ask, start, null);
            throw e;
        }
    }

    private void report(Ask ask, long start, @Nullable Integer status) {
        try {
            onRequest.accept(new RequestInfo(
                    ask.request().method(),
                    baseUrl.resolve(ask.request()).toString(),
                    ask.attempt(),
                    ask.request().idempotencyKey(),
                    Duration.ofNanos(timing.nanoTime() - start),
                    status,
                    status != null && status >= 200 && status < 300));
        } catch (
                Throwable e) { // whatever it is: the write behind it happened, and its result is not the hook's to lose
            LOG.log(Level.WARNING, "the onRequest hook threw; the call is not affected", e);
        }
    }
}
