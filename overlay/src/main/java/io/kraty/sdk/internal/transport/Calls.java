package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.internal.concurrent.Gate;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes one logical call: one idempotency key, as many attempts as the policy grants, one result. Runs on the calling
 * thread and is safe for many at a time.
 */
public final class Calls {
    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    private final HttpClients clients;
    private final BaseUrl baseUrl;
    private final Exchange exchange;
    private final InFlight inFlight;
    private final Redactor redactor;
    private final Duration timeout;
    private final @Nullable Duration totalTimeout;
    private final long maxAnswerBytes;
    private final Supplier<String> idempotencyKeys;
    private final Timing timing;
    private final RetryBudget budget;
    private final RateLimit limit;

    /** Makes calls as the settings say. */
    public Calls(
            HttpClients clients,
            InFlight inFlight,
            RequestFactory requests,
            BaseUrl baseUrl,
            String apiKey,
            RetryPolicy policy,
            Duration timeout,
            @Nullable Duration totalTimeout,
            long maxAnswerBytes,
            @Nullable Consumer<RequestInfo> onRequest,
            Supplier<String> idempotencyKeys,
            Gate gate,
            Timing timing) {
        this.clients = clients;
        this.baseUrl = baseUrl;
        this.inFlight = inFlight;
        this.redactor = new Redactor(apiKey);
        this.timeout = timeout;
        this.totalTimeout = totalTimeout;
        this.maxAnswerBytes = maxAnswerBytes;
        this.idempotencyKeys = idempotencyKeys;
        this.timing = timing;
        this.budget = new RetryBudget(policy.config().budget());
        this.limit = new RateLimit(timing);
        // From the wire outwards: an attempt is reported whatever came of it, an answer of a working service earns
        // retries, what failed may be tried again, and what is tried again carries the key of the first attempt.
        Exchange attempt = new HttpExchange(clients, requests, redactor, maxAnswerBytes, timing);
        Exchange reported = onRequest == null ? attempt : new Reporting(attempt, baseUrl, onRequest, budget, timing);
        Exchange checked = new Checking(reported);
        Exchange earning = new Earning(checked, budget);
        Exchange repeated = new Retrying(earning, policy, budget, limit, timing, new Pausing(gate), clients::isClosed);
        this.exchange = new Stamping(repeated, idempotencyKeys);
    }

    /**
     * Sends {@code what} until it succeeds or the policy says stop.
     *
     * @throws KratyException how the last attempt ended
     * @throws IllegalStateException if the clients are closed, before it or meanwhile; its cause is how the last attempt
     *     ended
     */
    public <T> T execute(Authorized<T> what, RequestOptions options) {
        return execute(what, options, result -> null);
    }

    /**
     * The same for an answer that can be complete and useless all the same.
     *
     * @param objection what is wrong with the result, as in "answered with …", without a secret; null if nothing is
     */
    public <T> T execute(Authorized<T> what, RequestOptions options, Function<T, @Nullable String> objection) {
        return send(what, options, answer -> ResponseReader.read(what.request(), answer, objection));
    }

    /** Like {@link #execute(Authorized, RequestOptions)}, with the time it took. */
    public <T> Timed<T> measure(Authorized<T> what, RequestOptions options) {
        return send(
                what,
                options,
                answer -> new Timed<>(
                        ResponseReader.read(what.request(), answer, any -> null),
                        answer.sentNanos(),
                        answer.receivedNanos()));
    }

    /** Like {@link #execute(Authorized, RequestOptions)}, for an answer of which only the status counts. */
    public void knock(Authorized<?> what, RequestOptions options) {
        send(what, options, answer -> true);
    }

    private <R> R send(Authorized<?> what, RequestOptions options, Function<Answer, R> read) {
        String key = options.idempotencyKey();
        Duration own = options.timeout();
        Duration ownTotal = options.totalTimeout();
        Underway underway = inFlight.begin();
        try {
            Answer answer = exchange.send(new Ask(
                    (key == null ? what : what.withKey(key)).with(options.headers()),
                    1,
                    Outcome.NOT_SENT,
                    Duration.ZERO,
                    own == null ? timeout : own,
                    ownTotal == null ? totalTimeout : ownTotal,
                    underway));
            return answer.as(read);
        } catch (KratyNetworkException e) {
            if (underway.isCancelled() && !Thread.currentThread().isInterrupted()) {
                throw HttpClients.tooLate(e);
            }
            throw e;
        } finally {
            inFlight.end(underway);
        }
    }

    /** Loads what the first call needs. Sends nothing. */
    public void warmUp() {
        clients.warmUp();
        baseUrl.url();
    }

    /** The game was away, and the connections may have died meanwhile. */
    public void resumed() {
        budget.resumed();
    }

    /** What is known of the rate limit. */
    public RateLimit rateLimit() {
        return limit;
    }

    /** An idempotency key that nobody has used, for a write that may have to be repeated as another call. */
    public String newKey() {
        return idempotencyKeys.get();
    }

    /**
     * Waits between two calls of one operation, and on while {@code gate} is shut: ends early at an interrupt, and when the
     * clients are closed.
     */
    public void pause(Duration duration, Timing clock, Gate gate) throws InterruptedException {
        Underway underway = inFlight.begin();
        try {
            underway.pause(duration, clock);
            while (gate.isShut() && !underway.isCancelled()) {
                underway.await(gate, FOR_EVER);
            }
        } finally {
            inFlight.end(underway);
        }
    }

    /** Takes secrets, and {@code secret} too, out of what is to be kept of an answer. */
    public UnaryOperator<String> hiding(String secret) {
        return redactor.and(secret)::redact;
    }

    /** Says what is wrong with the stream that {@code what} asks for. */
    public StreamErrors errors(Authorized<?> what) {
        return new StreamErrors(maxAnswerBytes, Failure.ofStream(what, redactor, timing.now()));
    }
}
