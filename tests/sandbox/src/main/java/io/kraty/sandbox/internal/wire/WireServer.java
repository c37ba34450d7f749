package io.kraty.sandbox.internal.wire;

import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The server: a listener, its connections, and who answers which paths. */
public final class WireServer {
    private static final Logger LOG = Logger.getLogger("io.kraty.sandbox");

    /** The longest body of a request that is taken. */
    public static final int MOST_BODY_BYTES = 1 << 20;

    private static final WireResponse NOTHING_HERE =
            new WireResponse(404, Map.of("Content-Type", "text/plain"), "There is nothing here.\n");

    private final Executor threads;
    private final ScheduledExecutorService timer;
    private final Listener listener;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Map<String, WireHandler> mounts = new ConcurrentSkipListMap<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private volatile boolean isListening = true;
    private volatile boolean isClosed;
    private boolean isStopped;
    private long refusedUntil = System.nanoTime();

    /**
     * Binds the port, but takes no connection before {@link #start}.
     *
     * @param port the port; 0 for a free one
     * @param threads where connections are served; has to have one for each of them
     * @param timer what listens again after a time of refusing
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public WireServer(int port, Executor threads, ScheduledExecutorService timer) {
        this.threads = threads;
        this.timer = timer;
        listener = new Listener(port, this::accept);
    }

    /** Has all paths that start with {@code prefix} answered by {@code handler}; the longest prefix wins. */
    public void mount(String prefix, WireHandler handler) {
        mounts.put(prefix, handler);
    }

    public void start() {
        listener.start();
    }

    public int port() {
        return listener.port();
    }

    /** Refuses new connections for a time. What is open stays open, except connections between two requests. */
    public synchronized void refuse(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        if (until - refusedUntil > 0) {
            refusedUntil = until;
        }
        settle();
    }

    /** Refuses new connections until {@link #listenAgain}. What is open fares as in {@link #refuse}. */
    public synchronized void stopListening() {
        isStopped = true;
        settle();
    }

    /** Refuses new connections until {@link #listenAgain}, and breaks everything that is open. */
    public synchronized void goOffline() {
        isStopped = true;
        if (isListening) {
            listener.stop();
            connections.forEach(Connection::reset); // before one that is between two requests sees it and ends properly
            isListening = false;
        }
        connections.forEach(Connection::reset);
    }

    /** Takes connections again, on the same port and at once, whatever they were refused for. */
    public synchronized void listenAgain() {
        isStopped = false;
        refusedUntil = System.nanoTime();
        settle();
    }

    /** Ends everything, without another word to anybody. */
    public synchronized void close() {
        isClosed = true;
        isListening = false;
        listener.close();
        connections.forEach(Connection::close);
    }

    WireHandler handler(String path) {
        for (Map.Entry<String, WireHandler> mount : mounts.entrySet()) {
            if (path.startsWith(mount.getKey())) {
                return mount.getValue();
            }
        }
        return request -> NOTHING_HERE;
    }

    boolean isListening() {
        return isListening;
    }

    void forget(Connection connection) {
        connections.remove(connection);
    }

    private void accept(Socket socket) {
        Connection connection = new Connection(socket, this);
        connections.add(connection);
        try {
            threads.execute(connection);
        } catch (RejectedExecutionException e) {
            connection.reset();
        }
    }

    /** Listens, or does not, as everything that was asked for demands. */
    private synchronized void settle() {
        long left = refusedUntil - System.nanoTime();
        if (isClosed) {
            return;
        }
        if (!isStopped && left <= 0) {
            resume();
            return;
        }
        if (isListening) {
            isListening = false;
            listener.stop();
            connections.forEach(Connection::closeIfIdle);
        }
        if (!isStopped) {
            settleIn(left);
        }
    }

    private void resume() {
        boolean wasStopped = listener.resume();
        isListening = true; // in between: nobody is refused any more, and nobody was taken yet
        if (wasStopped) {
            listener.start();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what comes of it is handled inside
    private void settleIn(long nanos) {
        try {
            timer.schedule(this::settleLater, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The sandbox is closing: there is nothing to listen for any more.
        }
    }

    private void settleLater() {
        try {
            settle();
        } catch (UncheckedIOException e) {
            LOG.log(Level.SEVERE, "The sandbox cannot listen again", e);
        }
    }
}
