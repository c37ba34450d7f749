package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.KratyException;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.RequestInfo;
import io.kraty.sdk.RequestOptions;
import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Timing;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Makes one logical call: one idempotency key, as many attempts as the policy grants, one result. Runs on the calling
 * thread and is safe for many at a time.
 */
public final class Calls {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.telemetry");

    private final HttpClients clients;
    private final RequestFactory requests;
    private final ResponseReader responses;
    private final RetryPolicy policy;
    private final Duration timeout;
    private final @Nullable Duration totalTimeout;
    private final @Nullable Consumer<RequestInfo> onRequest;
    private final Supplier<String> idempotencyKeys;
    private final Timing timing;

    /** Makes calls as the settings say. */
    public Calls(
            HttpClients clients,
            RequestFactory requests,
            String apiKey,
            RetryPolicy policy,
            Duration timeout,
            @Nullable Duration totalTimeout,
            @Nullable Consumer<RequestInfo> onRequest,
            Supplier<String> idempotencyKeys,
            Timing timing) {
        this.clients = clients;
        this.requests = requests;
        this.responses = new ResponseReader(new Redactor(apiKey));
        this.policy = policy;
        this.timeout = timeout;
        this.totalTimeout = totalTimeout;
        this.onRequest = onRequest;
        this.idempotencyKeys = idempotencyKeys;
        this.timing = timing;
    }

    /**
     * Sends {@code description} until it succeeds or the policy says stop.
     *
     * @param playerSecret the secret of the player in the path; null if there is none
     * @throws KratyException how the last attempt ended
     * @throws IllegalStateException if the clients are closed, before it or meanwhile; its cause is how the last attempt
     *     ended
     */
    public <T> T execute(ApiRequest<T> description, @Nullable String playerSecret, RequestOptions options) {
        return execute(description, playerSecret, options, result -> null);
    }

    /**
     * The same for an answer that can be complete and useless all the same.
     *
     * @param objection what is wrong with the result, as in "answered with …", without a secret; null if nothing is
     */
    public <T> T execute(
            ApiRequest<T> description,
            @Nullable String playerSecret,
            RequestOptions options,
            Function<T, @Nullable String> objection) {
        return repeat(
                description,
                playerSecret,
                options,
                (request, answer) -> responses.read(request, answer.response, answer.body, objection, answer.failure));
    }

    /** Like {@link #execute(ApiRequest, String, RequestOptions)}, for nobody's player, with the time it took. */
    public <T> Timed<T> measure(ApiRequest<T> description, RequestOptions options) {
        return repeat(
                description,
                null,
                options,
                (request, answer) -> new Timed<>(
                        responses.read(request, answer.response, answer.body, result -> null, answer.failure),
                        answer.sentNanos,
                        answer.receivedNanos));
    }

    /** Like {@link #execute(ApiRequest, String, RequestOptions)}, for an answer of which only the status counts. */
    public void knock(ApiRequest<?> description, RequestOptions options) {
        repeat(description, null, options, (request, answer) -> {
            responses.check(answer.response, answer.body, answer.failure);
            return answer.response;
        });
    }

    private <T, R> R repeat(
            ApiRequest<T> description, @Nullable String playerSecret, RequestOptions options, Reading<T, R> reading) {
        ApiRequest<T> stamped = stamp(description, options.idempotencyKey());
        Request request = requests.build(stamped, playerSecret);
        Duration ownTimeout = options.timeout();
        Duration perAttempt = ownTimeout == null ? timeout : ownTimeout;
        Duration ownTotal = options.totalTimeout();
        Deadline deadline = Deadline.in(ownTotal == null ? totalTimeout : ownTotal, timing);
        KratyException last = null;
        for (int attempt = 1; ; attempt++) {
            if (clients.isClosed()) {
                throw HttpClients.tooLate(last);
            }
            try {
                return attempt(stamped, request, playerSecret, attempt, deadline.shrink(perAttempt), reading);
            } catch (KratyException failure) {
                Duration delay = policy.delay(attempt, failure, timing.random());
                boolean interrupted = Thread.currentThread().isInterrupted();
                if (clients.isClosed() && !interrupted && RetryPolicy.canHelp(failure)) {
                    throw HttpClients.tooLate(failure); // the end may well be what broke it
                }
                if (delay == null || !deadline.allows(delay) || interrupted) {
                    throw failure;
                }
                pause(delay, failure, attempt);
                last = failure;
            }
        }
    }

    /**
     * Says what is wrong with the answer of a stream.
     *
     * @param playerSecret the secret it was asked for with, to be kept out of texts; null for none
     */
    public StreamErrors errors(ApiRequest<?> description, @Nullable String playerSecret, Response response) {
        return new StreamErrors(responses, response, new Failure(description, playerSecret, 1, timing.now()));
    }

    private <T> ApiRequest<T> stamp(ApiRequest<T> description, @Nullable String callersKey) {
        if (!description.isIdempotent()) {
            return description;
        }
        if (callersKey != null) {
            return description.withIdempotencyKey(callersKey);
        }
        if (description.idempotencyKey() != null) {
            return description;
        }
        return description.withIdempotencyKey(idempotencyKeys.get());
    }

    private <T, R> R attempt(
            ApiRequest<T> description,
            Request request,
            @Nullable String playerSecret,
            int attempt,
            Duration limit,
            Reading<T, R> reading) {
        Failure failure = new Failure(description, playerSecret, attempt, timing.now());
        long start = timing.nanoTime();
        Integer status = null;
        try {
            Call call = clients.calls().newCall(request);
            call.timeout().timeout(Durations.nanos(limit), TimeUnit.NANOSECONDS);
            try (Response response = call.execute()) {
                String body = response.body().byteString().utf8();
                long received = timing.nanoTime();
                status = response.code();
                return reading.read(description, new Answer(response, body, failure, start, received));
            }
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted(description, attempt, e);
            }
            throw failure.network(e);
        } catch (Exception e) {
            // OkHttp is written in Kotlin, which does not declare the exception of an interrupted connect.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw interrupted(description, attempt, e);
            }
            throw e;
        } finally {
            report(description, request, attempt, start, status);
        }
    }

    private void report(ApiRequest<?> description, Request request, int attempt, long start, @Nullable Integer status) {
        if (onRequest == null) {
            return;
        }
        try {
            onRequest.accept(new RequestInfo(
                    request.method(),
                    request.url().toString(),
                    attempt,
                    description.idempotencyKey(),
                    Duration.ofNanos(timing.nanoTime() - start),
                    status,
                    status != null && status >= 200 && status < 300));
        } catch (
                Throwable e) { // whatever it is: the write behind it happened, and its result is not the hook's to lose
            LOG.log(Level.WARNING, "the onRequest hook threw; the call is not affected", e);
        }
    }

    private void pause(Duration delay, KratyException failure, int attempt) {
        try {
            timing.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            KratyNetworkException stopped = new KratyNetworkException(
                    "interrupted while waiting to repeat after attempt " + attempt + ": " + failure.getMessage(),
                    attempt,
                    e);
            stopped.addSuppressed(failure);
            throw stopped;
        }
    }

    private static KratyNetworkException interrupted(ApiRequest<?> description, int attempt, Exception cause) {
        return new KratyNetworkException(description + " was interrupted", attempt, cause);
    }

    /** Turns the answer of one attempt into a result. */
    private interface Reading<T, R> {
        R read(ApiRequest<T> request, Answer answer);
    }

    /** A whole answer, how to say what is wrong with it, and when it was under way. */
    private record Answer(Response response, String body, Failure failure, long sentNanos, long receivedNanos) {}
}
