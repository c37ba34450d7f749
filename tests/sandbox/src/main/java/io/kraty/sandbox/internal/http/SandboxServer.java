package io.kraty.sandbox.internal.http;

import com.sun.net.httpserver.HttpServer;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.game.Seeds;
import io.kraty.sandbox.internal.game.Settings;
import io.kraty.sandbox.internal.game.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The world behind a socket. All threads are daemons: a process that forgets to close the sandbox still ends. */
public final class SandboxServer {
    private static final System.Logger LOG = System.getLogger("io.kraty.sandbox");
    private static final int BACKLOG = 1024;

    // Without it, each small answer on a reused connection waits for a delayed acknowledgement (40 ms on Linux).
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private static final Duration LONGEST_STEP = Duration.ofMillis(250);
    private static final Duration SHORTEST_STEP = Duration.ofMillis(20);
    private static final long MOST_MILLIS_TO_END_STREAMS = 500;

    private final World world;
    private final Keys keys;
    private final Streams streams = new Streams();
    private final RequestLog log = new RequestLog();
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons("kraty-sandbox"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemons("kraty-sandbox-timer"));
    private final HttpServer http;

    public SandboxServer(GameDefinition game, Settings settings, int port, Duration heartbeat) {
        keys = new Keys(new Seeds(settings.seed()), settings.game().liveKey());
        world = new World(game, settings, streams.boards(), streams.holdings());
        http = bind(port);
        http.setExecutor(threads);
        http.createContext("/", new Dispatcher(world, keys, new Idempotency(settings.clock()), streams, log, threads));
        startAsDaemon();
        Duration step = settings.game().botInterval();
        step = step.isZero() || step.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : step;
        step = step.compareTo(SHORTEST_STEP) < 0 ? SHORTEST_STEP : step;
        every(step, this::advance);
        if (!heartbeat.isZero()) {
            every(heartbeat, streams.hub()::heartbeat);
        }
    }

    public World world() {
        return world;
    }

    public Keys keys() {
        return keys;
    }

    public int port() {
        return http.getAddress().getPort();
    }

    public List<RecordedRequest> requests() {
        return log.all();
    }

    public int streams() {
        return streams.hub().size();
    }

    /** Breaks all open streams, as a network failure would. */
    public void cutStreams() {
        streams.hub().cutAll();
    }

    /** Ends all streams, then everything else. */
    public void close() {
        timer.shutdownNow();
        CompletableFuture<Void> ended = streams.hub().endAll();
        ended.completeOnTimeout(null, MOST_MILLIS_TO_END_STREAMS, TimeUnit.MILLISECONDS)
                .join();
        http.stop(0);
        threads.shutdownNow();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // tasks end with the timer, all at once
    private void every(Duration step, Runnable task) {
        timer.scheduleWithFixedDelay(task, step.toNanos(), step.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void advance() {
        try {
            world.advance();
        } catch (RuntimeException e) {
            // A timer forgets a task that threw; time has to go on.
            LOG.log(System.Logger.Level.ERROR, "The sandbox failed to let time pass", e);
        }
    }

    private static HttpServer bind(int port) {
        // Read once, when the server class is loaded; somebody else's choice stays.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot listen on port " + port, e);
        }
    }

    /** The server's own thread is a daemon only if the thread that starts it is one. */
    private void startAsDaemon() {
        CompletableFuture.runAsync(http::start, threads).join();
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
