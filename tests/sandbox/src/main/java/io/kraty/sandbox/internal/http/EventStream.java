package io.kraty.sandbox.internal.http;

import io.kraty.sandbox.internal.wire.WireStream;
import java.io.IOException;
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
        DROPPING,
        SILENT,
        CUT
    }

    private final WireStream out;
    private final Executor threads;
    private final @Nullable StreamFate fate;
    private final Deque<String> pending = new ArrayDeque<>();
    /** The last one first. */
    private final Deque<String> heldBack = new ArrayDeque<>();

    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private State state = State.OPEN;
    private boolean isWriting;
    private int events;

    EventStream(WireStream out, Executor threads, @Nullable StreamFate fate) {
        this.out = out;
        this.threads = threads;
        this.fate = fate;
    }

    /** Completes when the stream is over, for whatever reason. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    /** Sends what is not an event. */
    synchronized void comment(String text) {
        meetFate();
        queue(text);
    }

    synchronized void send(String event) {
        meetFate();
        heldBack.addFirst(event);
        if (fate == null || events == 0 || heldBack.size() >= fate.reversed()) {
            release();
        }
        events++;
        meetFate();
    }

    private void release() {
        heldBack.forEach(this::queue);
        heldBack.clear();
    }

    /** Ends the stream properly, once everything sent before is written. */
    synchronized void end() {
        if (state == State.OPEN) {
            endInOrder();
            state = State.ENDING;
            wake();
        } else if (state == State.SILENT) {
            cut();
        }
    }

    /** What was sent last says that the stream ends, so it comes last. */
    private void endInOrder() {
        String last = heldBack.pollFirst();
        release();
        if (last != null) {
            queue(last);
        }
    }

    /** Breaks the connection, as a network failure would. */
    synchronized void cut() {
        state = State.CUT;
        pending.clear();
        heldBack.clear();
        out.reset();
        gone.complete(null);
    }

    private void queue(String text) {
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

    /** The stream may be meant to say no more than it has. */
    private void meetFate() {
        if (fate != null && state == State.OPEN && events >= fate.afterEvents()) {
            state = fate.isSilence() ? State.SILENT : State.DROPPING;
            wake();
        }
    }

    private void wake() {
        if (!isWriting) {
            isWriting = true;
            threads.execute(this::drain);
        }
    }

    private void drain() {
        try {
            String text;
            while ((text = next()) != null) {
                out.send(text);
            }
            if (!leave()) {
                return;
            }
        } catch (IOException e) {
            // The reader is gone, or the stream was cut: either way it is over.
            out.reset();
        }
        synchronized (this) {
            state = State.CUT;
            pending.clear();
        }
        gone.complete(null);
    }

    /** All that there is to write, in one piece; null for nothing. */
    private synchronized @Nullable String next() {
        if (pending.isEmpty()) {
            return null;
        }
        String text = String.join("", pending);
        pending.clear();
        return text;
    }

    /** Whether the stream is over, now that everything is written; if not, the thread may go. */
    private boolean leave() throws IOException {
        State last;
        synchronized (this) {
            last = state;
            if (last == State.OPEN) {
                isWriting = !pending.isEmpty();
                if (isWriting) {
                    threads.execute(this::drain);
                }
                return false;
            }
        }
        // Without the lock: the last bytes may block too, and nobody who has news may wait for that.
        switch (last) {
            case ENDING -> out.end();
            case DROPPING -> out.abandon();
            case SILENT -> out.awaitEnd();
            default -> out.reset();
        }
        return true;
    }
}
