package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Timing;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One request over HTTP, and the whole answer to it, whatever its status.
 *
 * @param redactor keeps secrets out of texts
 * @param most how many bytes of an answer are read, after decompression
 */
record HttpExchange(HttpClients clients, RequestFactory requests, Redactor redactor, long most, Timing timing)
        implements Exchange {
    @Override
    public Answer send(Ask ask) {
        Request.Builder request = requests.build(ask.what());
        Failure failure = Failure.of(ask, redactor, timing.now());
        Underway underway = ask.underway();
        Trip trip = clients.start(underway.lane());
        trip.limit(most);
        Call call = clients.calls(trip).newCall(trip.mark(request).build());
        call.timeout().timeout(Durations.nanos(ask.timeout()), TimeUnit.NANOSECONDS);
        long sent = timing.nanoTime();
        underway.begin(call);
        try (Response response = call.execute()) {
            Body body = read(call, response, ask.timeout());
            return new Answer(ask.request(), response, body, failure, sent, timing.nanoTime());
        } catch (IOException e) {
            throw failed(e, failure, underway, trip);
        } catch (OutOfMemoryError e) { // a large answer within the limit, but a small heap
            throw failure.tooLarge(TooLargeException.forMemory());
        } catch (Exception e) {
            // OkHttp is written in Kotlin, which does not declare the exception of an interrupted connect.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw failure.interrupted(e, trip.isSent());
            }
            // It chokes on some answers with whatever its numbers and checks throw; so may an interceptor of the
            // game's.
            throw failed(new IOException("the HTTP client threw " + e, e), failure, underway, trip);
        } finally {
            underway.over();
        }
    }

    private KratyException failed(IOException cause, Failure failure, Underway underway, Trip trip) {
        TooLargeException tooLarge = TooLargeException.in(cause);
        if (tooLarge != null) {
            return failure.tooLarge(tooLarge);
        }
        underway.take(clients.after(trip));
        return Thread.currentThread().isInterrupted()
                ? failure.interrupted(cause, trip.isSent())
                : failure.network(cause, trip.isSent());
    }

    private Body read(Call call, Response response, Duration patience) throws IOException {
        try {
            return Body.read(response, most, patience);
        } catch (IOException | RuntimeException | Error e) {
            call.cancel(); // or closing the answer would read on for a while
            throw e;
        }
    }
}
