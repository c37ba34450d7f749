package io.kraty.sandbox.internal.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. Whoever has news only puts it into a queue; a thread is borrowed while there is something to write,
 * so a reader that stopped reading holds up nobody else.
 */
final class EventStream {
    // A reader this far behind is not reading any more.
    private static final int MOST_PENDING = 10_000;

    private enum State {
        OPEN,
        ENDING,
        CUT
    }

    private final HttpExchange exchange;
    private final OutputStream out;
    private final Executor threads;
    private final Deque<String> pending = new ArrayDeque<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private State state = State.OPEN;
    private @Nullable Thread writer;

    EventStream(HttpExchange exchange, Executor threads) {
        this.exchange = exchange;
        this.out = exchange.getResponseBody();
        this.threads = threads;
    }

    /** Completes when the stream is over, for whatever reason. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    synchronized void send(String text) {
        if (state != State.OPEN) {
            return;
        }
        if (pending.size() == MOST_PENDING) {
            cut();
            return;
        }
        pending.addLast(text);
        wake();
    }

    /** Ends the stream properly, once everything sent before is written. */
    synchronized void end() {
        if (state == State.OPEN) {
            state = State.ENDING;
            wake();
        }
    }

    /** Breaks the connection, as a network failure would. */
    synchronized void cut() {
        if (!gone.isDone()) {
            state = State.CUT;
            pending.clear();
            if (writer != null) {
                writer.interrupt();
            }
            wake();
        }
    }

    private void wake() {
        if (writer == null && !gone.isDone()) {
            threads.execute(this::drain);
        }
    }

    private void drain() {
        synchronized (this) {
            if (writer != null || gone.isDone()) {
                return;
            }
            writer = Thread.currentThread();
        }
        boolean over = true;
        try {
            String text;
            while ((text = next()) != null) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            over = isOver();
        } catch (IOException e) {
            // The reader is gone, or the stream was cut: either way it is over.
        } finally {
            release(over);
        }
    }

    private synchronized @Nullable String next() {
        return state == State.CUT ? null : pending.pollFirst();
    }

    private synchronized boolean isOver() {
        return state != State.OPEN;
    }

    private void release(boolean over) {
        if (over) {
            // Without the lock: the last bytes may block too, and nobody who has news may wait for that.
            close(isCut());
        }
        boolean again;
        synchronized (this) {
            Thread.interrupted();
            writer = null;
            if (over) {
                state = State.CUT;
                gone.complete(null);
            }
            again = !over && (!pending.isEmpty() || state != State.OPEN);
        }
        if (again) {
            threads.execute(this::drain);
        }
    }

    private synchronized boolean isCut() {
        return state == State.CUT;
    }

    private void close(boolean broken) {
        if (broken) {
            // Closing the exchange would write a proper end. An interrupted thread that writes to a channel closes it
            // instead (java.nio.channels.InterruptibleChannel), which is the only way to break the connection from
            // here.
            Thread.currentThread().interrupt();
            try {
                out.write(':');
                out.flush();
            } catch (IOException expected) {
                // The channel is closed.
            }
            Thread.interrupted();
        }
        exchange.close();
    }
}
