package io.kraty.sdk.internal.stream;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.KratyException;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.internal.transport.StreamErrors;
import io.kraty.sdk.internal.transport.TooLargeException;
import io.kraty.sdk.internal.transport.Trip;
import io.kraty.sdk.internal.transport.Underway;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * One server-sent event stream, read on a thread of its own until it ends, breaks or is closed. It never reconnects.
 *
 * @param <E> the events
 */
public final class EventStream<E> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.stream");
    private static final String DEFAULT_EVENT = "message";

    private final Supplier<Subscription<E>> subscription;
    private final Connecting connecting;
    private final Predicate<E> isLast;
    private final Predicate<E> isWanted;
    private final @Nullable Mailbox<E> mailbox;
    private final Sink<E> sink;
    private final Consumer<EventStream<E>> whenOver;

    private volatile boolean closed;
    private volatile boolean over;
    private volatile @Nullable Underway underway;
    private volatile @Nullable Thread thread;

    EventStream(
            Supplier<Subscription<E>> subscription,
            Connecting connecting,
            Predicate<E> isLast,
            Predicate<E> isWanted,
            @Nullable Sink<E> listener,
            Consumer<EventStream<E>> whenOver) {
        this.subscription = subscription;
        this.connecting = connecting;
        this.isLast = isLast;
        this.isWanted = isWanted;
        if (listener == null) {
            Mailbox<E> waiting = new Mailbox<>();
            this.mailbox = waiting;
            this.sink = waiting;
        } else {
            this.mailbox = null;
            this.sink = listener;
        }
        this.whenOver = whenOver;
    }

    void start(ThreadFactory threads) {
        Thread started = threads.newThread(this::run);
        thread = started;
        started.start();
    }

    /** Whether events may still come, or are waiting. */
    public boolean isOpen() {
        return !closed && (mailbox == null ? !over : !mailbox.isEnded());
    }

    /** The next event, if one is here; null otherwise. Throws the next error. */
    public @Nullable E poll() {
        return closed ? null : mailbox().poll();
    }

    /** The next event, waited for; null at the end or when time is up. Throws the next error. */
    public @Nullable E poll(Duration patience) throws InterruptedException {
        return closed ? null : mailbox().poll(patience);
    }

    /** The next event, waited for; null at the end. Throws the next error. */
    public @Nullable E take() throws InterruptedException {
        return closed ? null : mailbox().take();
    }

    private Mailbox<E> mailbox() {
        if (mailbox == null) {
            throw new IllegalStateException("the events of this stream go to its listener");
        }
        return mailbox;
    }

    /**
     * Ends the stream at once, also while it is connecting; nothing is delivered after it returns but what is under way. The
     * connection is given up on another thread.
     */
    @Override
    public void close() {
        if (!closed) {
            stop();
            boolean fromWithin = Thread.currentThread() == thread;
            connecting.later(() -> end(!fromWithin));
        }
    }

    /** Delivers nothing more. Touches no network. */
    void stop() {
        closed = true;
        whenOver.accept(this);
        if (mailbox != null) {
            mailbox.abandon();
        }
    }

    /**
     * Gives up the connection. Touches the network.
     *
     * @param wake whether its thread may be waiting for something else
     */
    void end(boolean wake) {
        Underway running = underway;
        if (running != null) {
            running.cancel();
        }
        Thread reader = thread;
        if (wake && reader != null) {
            reader.interrupt();
        }
    }

    private void run() {
        try {
            KratyException problem = problem();
            if (problem != null) {
                deliver(() -> sink.error(problem));
            }
        } finally {
            over = true;
            whenOver.accept(this);
            deliver(sink::end);
        }
    }

    /** Reads to the end. Returns why it ended, whatever it was, or null if the server meant it to. */
    private @Nullable KratyException problem() {
        try {
            return connectAndRead();
        } catch (Throwable e) { // what could not be told where it happened, for example for want of memory
            return lost("the stream", e);
        }
    }

    /** Reads to the end. Returns why it ended, or null if the server meant it to. */
    private @Nullable KratyException connectAndRead() {
        Subscription<E> wanted;
        try {
            if (closed) {
                return null;
            }
            wanted = subscription.get();
        } catch (KratyException e) {
            return e;
        } catch (RuntimeException | Error e) {
            return logged(lost("the stream", e));
        }
        Underway begun;
        try {
            begun = connecting.begin();
        } catch (IllegalStateException e) { // closed
            return null;
        }
        underway = begun;
        try {
            return closed ? null : read(wanted, begun);
        } finally {
            connecting.over(begun);
        }
    }

    private @Nullable KratyException read(Subscription<E> wanted, Underway begun) {
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
            return failed(errors, e);
        }
    }

    private @Nullable KratyException read(Subscription<E> wanted, Call call, Response response, StreamErrors errors)
            throws IOException {
        try {
            return read(wanted, response, errors);
        } catch (IOException | RuntimeException | Error e) {
            call.cancel(); // or closing the answer would read on for a while
            throw e;
        }
    }

    private @Nullable KratyException read(Subscription<E> wanted, Response response, StreamErrors errors)
            throws IOException {
        if (!response.isSuccessful()) {
            return errors.refusal(response);
        }
        ResponseBody body = response.body();
        MediaType type = body.contentType();
        if (type == null || !wanted.request().accept().equals(type.type() + "/" + type.subtype())) {
            return errors.notAStream(response, "not an event stream but " + (type == null ? "no content type" : type));
        }
        Reader reader = new Reader(wanted.request(), response, errors);
        Lines lines = new Lines(body.source(), connecting.maxEventBytes());
        EventSources.processResponse(
                response.newBuilder()
                        .body(ResponseBody.create(Okio.buffer(lines), type, -1))
                        .build(),
                reader);
        if (reader.problem instanceof IOException problem) {
            throw problem;
        }
        if (reader.problem != null) {
            return failed(errors, reader.problem);
        }
        return reader.sawLast ? null : lost(wanted, null);
    }

    private void deliver(Runnable delivery) {
        if (closed) {
            return;
        }
        try {
            delivery.run();
        } catch (Throwable e) { // also a checked exception, which other languages do not check
            LOG.log(Level.WARNING, "the listener of a live stream threw; the stream goes on", e);
        }
    }

    /** OkHttp, an interceptor of the game's, or a part of ours threw what it should not. */
    private KratyNetworkException failed(StreamErrors errors, Throwable cause) {
        return logged(errors.lost(new IOException("the HTTP client threw " + cause, cause)));
    }

    private KratyNetworkException logged(KratyNetworkException failure) {
        if (!closed) {
            LOG.log(Level.SEVERE, "a live stream failed", failure);
        }
        return failure;
    }

    private static KratyNetworkException lost(Object what, @Nullable Throwable cause) {
        String why = cause == null
                ? "the connection ended before the server said so"
                : cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new KratyNetworkException(what + " was lost: " + why, 1, cause);
    }

    /** What the framing found. */
    private final class Reader extends EventSourceListener {
        private final ApiRequest<E> description;
        private final Response response;
        private final StreamErrors errors;
        private @Nullable Throwable problem;
        private boolean sawLast;

        private Reader(ApiRequest<E> description, Response response, StreamErrors errors) {
            this.description = description;
            this.response = response;
            this.errors = errors;
        }

        @Override
        public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
            String name = type == null || type.isEmpty() ? DEFAULT_EVENT : type;
            E event;
            try (JsonReader in = new JsonReader(new StringReader(data))) {
                event = description.readEvent(name, in);
                if (in.peek() != JsonToken.END_DOCUMENT) {
                    throw new JsonParseException("more than one value");
                }
            } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
                KratyException unreadable = errors.event(response, name, data, e);
                deliver(() -> sink.error(unreadable));
                return;
            }
            sawLast |= isLast.test(event);
            if (isWanted.test(event)) {
                deliver(() -> sink.event(event));
            }
        }

        @Override
        public void onFailure(EventSource source, @Nullable Throwable failure, @Nullable Response response) {
            problem = failure == null ? new IOException("the stream failed") : failure;
        }
    }
}
