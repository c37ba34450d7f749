package io.kraty.sdk.internal.stream;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.callback.Deliveries;
import io.kraty.sdk.internal.transport.Authorized;
import io.kraty.sdk.internal.transport.Underway;
import io.kraty.sdk.live.LiveStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One server-sent event stream, read on a thread of its own until it ends, breaks or is closed. It never reconnects.
 *
 * @param <E> the events
 */
class EventStream<E> implements LiveStream<E> {
    private final Source<E> source;
    private final Connecting connecting;
    private final @Nullable Mailbox<E> mailbox;
    private final @Nullable Deliveries deliveries;
    private final Sink<E> sink;
    private final Consumer<EventStream<?>> whenOver;

    private volatile boolean closed;
    private volatile boolean over;
    private volatile @Nullable Underway underway;
    private final Object asking = new Object();
    private @Nullable Thread asker;

    EventStream(
            Source<E> source, @Nullable Sink<E> listener, Connecting connecting, Consumer<EventStream<?>> whenOver) {
        this(
                source,
                listener,
                listener == null ? null : connecting.callbacks().deliveriesBeside(),
                connecting,
                whenOver);
    }

    /** Without {@code deliveries}, the listener is one of ours, and is called on the stream's own thread. */
    EventStream(
            Source<E> source,
            @Nullable Sink<E> listener,
            @Nullable Deliveries deliveries,
            Connecting connecting,
            Consumer<EventStream<?>> whenOver) {
        this.source = source;
        this.connecting = connecting;
        this.mailbox = listener == null ? new Mailbox<>() : null;
        this.deliveries = deliveries;
        this.sink = new Delivery(listener == null ? mailbox() : listener);
        this.whenOver = whenOver;
    }

    final void start(ThreadFactory threads) {
        threads.newThread(this::run).start();
    }

    @Override
    public final boolean isOpen() {
        return !closed && (mailbox == null ? !over : !mailbox.isEnded());
    }

    @Override
    public final @Nullable E poll() {
        return closed ? null : mailbox().poll();
    }

    @Override
    public final @Nullable E poll(Duration patience) {
        return closed ? null : mailbox().poll(patience);
    }

    @Override
    public final Iterator<E> iterator() {
        return new EventIterator<>(() -> closed ? null : mailbox().take());
    }

    private Mailbox<E> mailbox() {
        if (mailbox == null) {
            throw new IllegalStateException("the events of this stream go to its listener");
        }
        return mailbox;
    }

    /** Ends it; nothing is delivered after it returns but what is under way. The connection is given up on another thread. */
    @Override
    public final void close() {
        if (!closed) {
            stop();
            connecting.later(this::end);
        }
    }

    /** Delivers nothing more. Touches no network. */
    final void stop() {
        closed = true;
        whenOver.accept(this);
        if (mailbox != null) {
            mailbox.abandon();
        }
        if (deliveries != null) {
            deliveries.close();
        }
    }

    /** Gives up the connection. Touches the network. Its thread may be in a listener, which is none of this. */
    final void end() {
        Underway running = underway;
        if (running != null) {
            running.cancel();
        }
        synchronized (asking) {
            if (asker != null) {
                asker.interrupt();
            }
        }
    }

    /** What to ask for, which may take its time; null if this is closed. */
    private @Nullable Authorized<E> wanted() {
        synchronized (asking) {
            if (closed) {
                return null;
            }
            asker = Thread.currentThread();
        }
        try {
            return source.what().get();
        } finally {
            synchronized (asking) {
                asker = null;
                if (closed) {
                    Thread.interrupted(); // it was meant for the asking
                }
            }
        }
    }

    private void run() {
        try {
            KratyException problem = problem();
            if (problem != null) {
                sink.error(problem);
            }
        } finally {
            over = true;
            whenOver.accept(this);
            sink.end();
        }
    }

    /** Reads to the end. Returns why it ended, whatever it was, or null if the server meant it to. */
    private @Nullable KratyException problem() {
        try {
            return connectAndRead();
        } catch (KratyException e) {
            return e;
        } catch (Throwable e) { // a part of the game's, or what could not be told where it happened for want of memory
            return new KratyNetworkException("the stream was lost: " + e, 1, e);
        }
    }

    private @Nullable KratyException connectAndRead() throws InterruptedException {
        Authorized<E> wanted = wanted();
        if (wanted == null) {
            return null;
        }
        Underway begun;
        try {
            begun = connecting.begin();
        } catch (IllegalStateException e) { // closed
            return null;
        }
        underway = begun;
        try {
            if (!closed) {
                begun.await(connecting.gate(), ChronoUnit.FOREVER.getDuration()); // until the game is not paused
            }
            return closed ? null : new EventReader<>(source, sink, connecting).read(wanted, begun);
        } finally {
            connecting.over(begun);
        }
    }

    /** Passes everything on until the stream is closed. */
    private final class Delivery implements Sink<E> {
        private final Sink<E> to;

        private Delivery(Sink<E> to) {
            this.to = to;
        }

        @Override
        public void event(E event) {
            if (deliveries == null) {
                deliver(() -> to.event(event));
            } else {
                deliveries.gather(() -> to.event(event));
                Thread.interrupted(); // a stream is ended in another way
            }
        }

        @Override
        public void flush() {
            if (deliveries != null) {
                deliveries.start();
            }
        }

        @Override
        public void error(KratyException error) {
            deliver(() -> to.error(error));
        }

        @Override
        public void end() {
            deliver(to::end);
        }

        private void deliver(Runnable delivery) {
            if (deliveries != null) {
                deliveries.add(delivery);
            } else if (!closed) {
                delivery.run();
            }
            Thread.interrupted(); // one that a listener left behind; a stream is ended in another way
        }
    }
}
