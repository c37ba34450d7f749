package io.kraty.sdk.internal.stream;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.transport.Authorized;
import io.kraty.sdk.internal.transport.StreamErrors;
import io.kraty.sdk.internal.transport.TooLargeException;
import io.kraty.sdk.internal.transport.Trip;
import io.kraty.sdk.internal.transport.Underway;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Connects once and reads to the end.
 *
 * @param source what to read
 * @param sink where events go, and those that cannot be read
 */
record EventReader<E>(Source<E> source, Sink<E> sink, Connecting connecting) {
    private static final String DEFAULT_EVENT = "message";

    /** Returns why it ended, or null if the server meant it to. */
    @Nullable
    KratyException read(Authorized<E> wanted, Underway begun) {
        StreamErrors errors = connecting.errors(wanted);
        Trip trip = connecting.trip();
        Call call = connecting.call(wanted, trip);
        begun.mustBeginWithin(connecting.patience());
        begun.begin(call);
        try (Response response = call.execute()) {
            begun.hasBegun();
            return read(wanted, call, response, errors);
        } catch (IOException e) {
            TooLargeException tooLarge = TooLargeException.in(e);
            if (tooLarge != null) {
                return errors.tooLarge(tooLarge);
            }
            connecting.lost(trip);
            return errors.lost(e);
        } catch (OutOfMemoryError e) { // a large event within the limit, but a small heap
            return errors.tooLarge(TooLargeException.forMemory());
        } catch (Exception | Error e) { // also an InterruptedException, which OkHttp does not declare
            return threw(errors, e);
        }
    }

    private @Nullable KratyException read(Authorized<E> wanted, Call call, Response response, StreamErrors errors)
            throws IOException {
        try {
            return read(wanted, response, errors);
        } catch (IOException | RuntimeException | Error e) {
            call.cancel(); // or closing the answer would read on for a while
            throw e;
        }
    }

    private @Nullable KratyException read(Authorized<E> wanted, Response response, StreamErrors errors)
            throws IOException {
        if (!response.isSuccessful()) {
            return errors.refusal(response);
        }
        ResponseBody body = response.body();
        MediaType type = body.contentType();
        if (type == null || !wanted.request().accept().equals(type.type() + "/" + type.subtype())) {
            return errors.notAStream(response, "not an event stream but " + (type == null ? "no content type" : type));
        }
        Events events = new Events(wanted.request(), response, errors);
        Framing framing = new Framing(body.source(), connecting.maxEventBytes(), sink::flush);
        while (framing.next(events)) {
            // and on to the next
        }
        return events.sawLast ? null : errors.lost(new IOException("the connection ended before the server said so"));
    }

    /** OkHttp, an interceptor of the game's, or a part of ours threw what it should not. */
    private static KratyNetworkException threw(StreamErrors errors, Throwable cause) {
        return errors.lost(new IOException("the HTTP client threw " + cause, cause));
    }

    /** What the framing found. */
    private final class Events implements Framing.Reader {
        private final ApiRequest<E> description;
        private final Response response;
        private final StreamErrors errors;
        private boolean sawLast;

        private Events(ApiRequest<E> description, Response response, StreamErrors errors) {
            this.description = description;
            this.response = response;
            this.errors = errors;
        }

        @Override
        public void event(String kind, byte[] data) {
            String name = kind.isEmpty() ? DEFAULT_EVENT : kind;
            E event = description.readOrdinaryEvent(name, data); // as nearly all are
            if (event == null) {
                event = any(name, new String(data, StandardCharsets.UTF_8));
                if (event == null) {
                    return;
                }
            }
            sawLast |= source.isLast().test(event);
            if (source.isWanted().test(event)) {
                sink.event(event);
            }
        }

        /** What is odd about an event, the sink is told. */
        private @Nullable E any(String name, String data) {
            try (JsonReader in = new JsonReader(new StringReader(data))) {
                E event = description.readEvent(name, in);
                if (in.peek() != JsonToken.END_DOCUMENT) {
                    throw new JsonParseException("more than one value");
                }
                return event;
            } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
                sink.error(errors.event(response, name, data, e));
                return null;
            }
        }
    }
}
