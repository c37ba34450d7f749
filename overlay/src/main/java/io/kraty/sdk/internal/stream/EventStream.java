package io.kraty.sdk.internal.stream;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.KratyException;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.internal.transport.Calls;
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
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/**
 * One server-sent event stream, read on a thread of its own until it ends, breaks or is closed. It never reconnects.
 *
 * @param <E> the events
 */
public final class EventStream<E> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.stream");
    private static final String DEFAULT_EVENT = "message";
    private static final int EXCERPT = 200;

    private final ApiRequest<E> description;
    private final Request request;
    private final Supplier<OkHttpClient> client;
    private final Calls calls;
    private final Predicate<E> isLast;
    private final @Nullable Mailbox<E> mailbox;
    private final Sink<E> sink;
    private final Consumer<EventStream<E>> whenOver;

    private volatile boolean closed;
    private volatile boolean over;
    private volatile @Nullable Call call;
    private volatile @Nullable Thread thread;
    private boolean sawLast; // by the stream's thread only

    EventStream(
            ApiRequest<E> description,
            Request request,
            Supplier<OkHttpClient> client,
            Calls calls,
            Predicate<E> isLast,
            @Nullable Sink<E> listener,
            Consumer<EventStream<E>> whenOver) {
        this.description = description;
        this.request = request;
        this.client = client;
        this.calls = calls;
        this.isLast = isLast;
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

    /** Ends the stream at once, also while it is connecting; nothing is delivered after it returns but what is under way. */
    @Override
    public void close() {
        closed = true;
        whenOver.accept(this);
        Call running = call;
        if (running != null) {
            running.cancel();
        }
        Thread reader = thread;
        if (reader != null && reader != Thread.currentThread()) {
            reader.interrupt();
        }
        if (mailbox != null) {
            mailbox.abandon();
        }
    }

    private void run() {
        try {
            KratyException problem = connectAndRead();
            if (problem != null) {
                deliver(() -> sink.error(problem));
            }
        } finally {
            over = true;
            whenOver.accept(this);
            deliver(sink::end);
        }
    }

    /** Reads to the end. Returns why it ended, or null if the server meant it to. */
    private @Nullable KratyException connectAndRead() {
        try {
            Call connecting = client.get().newCall(request);
            call = connecting;
            if (closed) {
                return null;
            }
            try (Response response = connecting.execute()) {
                if (!response.isSuccessful()) {
                    return calls.refusal(description, response);
                }
                MediaType type = response.body().contentType();
                if (type == null || !description.accept().equals(type.type() + "/" + type.subtype())) {
                    return unreadable("not an event stream but " + (type == null ? "no content type" : type), null);
                }
                Reader reader = new Reader();
                EventSources.processResponse(response, reader);
                return reader.problem != null ? lost(reader.problem) : sawLast ? null : lost(null);
            }
        } catch (IOException e) {
            return lost(e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "a live stream failed", e);
            return lost(e);
        }
    }

    private void accept(String name, String data) {
        E event;
        try (JsonReader in = new JsonReader(new StringReader(data))) {
            event = description.readEvent(name, in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("more than one value");
            }
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            String excerpt = data.length() > EXCERPT ? data.substring(0, EXCERPT) + "…" : data;
            KratyApiException unreadable = unreadable("an event \"" + name + "\" that cannot be read: " + excerpt, e);
            deliver(() -> sink.error(unreadable));
            return;
        }
        sawLast |= isLast.test(event);
        deliver(() -> sink.event(event));
    }

    private void deliver(Runnable delivery) {
        if (closed) {
            return;
        }
        try {
            delivery.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the listener of a live stream threw; the stream goes on", e);
        }
    }

    private KratyNetworkException lost(@Nullable Throwable cause) {
        String why = cause == null
                ? "the connection ended before the server said so"
                : cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new KratyNetworkException(description + " was lost: " + why, 1, cause);
    }

    private KratyApiException unreadable(String what, @Nullable Throwable cause) {
        return KratyApiException.builder(200, ErrorCode.INTERNAL_ERROR.value())
                .message("the stream sent " + what)
                .request(description.toString())
                .cause(cause)
                .build();
    }

    /** What the framing found. */
    private final class Reader extends EventSourceListener {
        private @Nullable Throwable problem;

        @Override
        public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
            accept(type == null || type.isEmpty() ? DEFAULT_EVENT : type, data);
        }

        @Override
        public void onFailure(EventSource source, @Nullable Throwable failure, @Nullable Response response) {
            problem = failure == null ? new IOException("the stream failed") : failure;
        }
    }
}
