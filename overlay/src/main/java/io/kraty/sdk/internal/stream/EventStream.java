package io.kraty.sdk.internal.stream;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.KratyException;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.internal.transport.StreamErrors;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.Call;
import okhttp3.MediaType;
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

    private final Supplier<Subscription<E>> subscription;
    private final Function<Subscription<E>, Call> connect;
    private final Calls calls;
    private final Predicate<E> isLast;
    private final Predicate<E> isWanted;
    private final @Nullable Mailbox<E> mailbox;
    private final Sink<E> sink;
    private final Consumer<EventStream<E>> whenOver;

    private volatile boolean closed;
    private volatile boolean over;
    private volatile @Nullable Call call;
    private volatile @Nullable Thread thread;

    EventStream(
            Supplier<Subscription<E>> subscription,
            Function<Subscription<E>, Call> connect,
            Calls calls,
            Predicate<E> isLast,
            Predicate<E> isWanted,
            @Nullable Sink<E> listener,
            Consumer<EventStream<E>> whenOver) {
        this.subscription = subscription;
        this.connect = connect;
        this.calls = calls;
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
        Subscription<E> wanted;
        try {
            if (closed) {
                return null;
            }
            wanted = subscription.get();
        } catch (KratyException e) {
            return e;
        } catch (RuntimeException | Error e) {
            return failed("the stream", e);
        }
        try {
            Call connecting = connect.apply(wanted);
            call = connecting;
            if (closed) {
                return null;
            }
            try (Response response = connecting.execute()) {
                StreamErrors errors = calls.errors(wanted.request(), wanted.playerSecret(), response);
                if (!response.isSuccessful()) {
                    return errors.refusal();
                }
                MediaType type = response.body().contentType();
                if (type == null || !wanted.request().accept().equals(type.type() + "/" + type.subtype())) {
                    return errors.notAStream("not an event stream but " + (type == null ? "no content type" : type));
                }
                Reader reader = new Reader(wanted.request(), errors);
                EventSources.processResponse(response, reader);
                return reader.problem != null
                        ? lost(wanted, reader.problem)
                        : reader.sawLast ? null : lost(wanted, null);
            }
        } catch (IOException e) {
            return lost(wanted, e);
        } catch (Exception | Error e) { // also an InterruptedException, which OkHttp does not declare
            return failed(wanted, e);
        }
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

    private KratyNetworkException failed(Object what, Throwable cause) {
        if (!closed) {
            LOG.log(Level.SEVERE, "a live stream failed", cause);
        }
        return lost(what, cause);
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
        private final StreamErrors errors;
        private @Nullable Throwable problem;
        private boolean sawLast;

        private Reader(ApiRequest<E> description, StreamErrors errors) {
            this.description = description;
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
                KratyException unreadable = errors.event(name, data, e);
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
