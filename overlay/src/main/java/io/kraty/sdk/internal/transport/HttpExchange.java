package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Timing;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One request over HTTP, and the whole answer to it, whatever its status.
 *
 * @param most how many bytes of an answer are read, after decompression
 */
record HttpExchange(HttpClients clients, RequestFactory requests, long most, Timing timing) implements Exchange {
    @Override
    public Answer send(Ask ask) {
        Request.Builder request = requests.build(ask.request(), ask.playerSecret());
        Failure failure = new Failure(ask.request(), ask.playerSecret(), ask.attempt(), timing.now());
        Underway underway = ask.underway();
        Trip trip = clients.start(underway.lane());
        Call call = clients.calls(trip).newCall(trip.mark(request).build());
        call.timeout().timeout(Durations.nanos(ask.timeout()), TimeUnit.NANOSECONDS);
        long sent = timing.nanoTime();
        underway.begin(call);
        try (Response response = call.execute()) {
            Body body = read(call, response);
            return new Answer(ask.request(), response, body, failure, sent, timing.nanoTime());
        } catch (TooLargeException e) {
            throw failure.tooLarge(e);
        } catch (IOException e) {
            underway.take(clients.after(trip));
            if (Thread.currentThread().isInterrupted()) {
                throw failure.interrupted(e);
            }
            throw failure.network(e);
        } catch (OutOfMemoryError e) { // a large answer within the limit, but a small heap
            call.cancel();
            throw failure.tooLarge(new TooLargeException("more than fits into memory"));
        } catch (Exception e) {
            // OkHttp is written in Kotlin, which does not declare the exception of an interrupted connect.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw failure.interrupted(e);
            }
            throw e;
        } finally {
            underway.over();
        }
    }

    private Body read(Call call, Response response) throws IOException {
        try {
            return Body.read(response, most);
        } catch (TooLargeException e) {
            call.cancel(); // or closing the answer would read on for a while
            throw e;
        }
    }
}
