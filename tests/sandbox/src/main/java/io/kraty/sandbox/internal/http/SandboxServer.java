package io.kraty.sandbox.internal.http;

import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.operation.Operations;
import io.kraty.sandbox.internal.trouble.Troubles;
import io.kraty.sandbox.internal.wire.WireHandler;
import io.kraty.sandbox.internal.wire.WireServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The world behind a socket. All threads are daemons: a process that forgets to close the sandbox still ends. */
public final class SandboxServer {
    private static final Logger LOG = Logger.getLogger("io.kraty.sandbox");
    private static final String GAME = Operations.ROOT;
    private static final String EVERYTHING_ELSE = "/";
    private static final Page PAGE = new Page();
    private static final Duration LONGEST_STEP = Duration.ofMillis(250);
    private static final Duration SHORTEST_STEP = Duration.ofMillis(20);
    private static final long MOST_MILLIS_TO_END_STREAMS = 500;

    private final World world;
    private final Keys keys;
    private final Streams streams = new Streams();
    private final RequestLog log;
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons("kraty-sandbox"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemons("kraty-sandbox-timer"));
    private final Troubles troubles;
    private final AnswerWriter writer;
    private final Idempotency idempotency;
    private final RateLimiter limiter;
    private final WireServer wire;

    public SandboxServer(
            GameDefinition game,
            Settings settings,
            int port,
            Duration heartbeat,
            int rememberedKeys,
            boolean leavesOutNulls,
            Consumer<RecordedRequest> onRequest) {
        log = new RequestLog(onRequest);
        Seeds seeds = new Seeds(settings.seed());
        keys = new Keys(seeds, settings.game().liveKey());
        troubles = new Troubles(seeds);
        writer = new AnswerWriter(leavesOutNulls);
        world = new World(game, settings, streams.boards(), streams.holdings());
        wire = new WireServer(port, threads, timer);
        idempotency = new Idempotency(settings.clock(), rememberedKeys);
        limiter = new RateLimiter(settings.game().rateLimit(), settings.clock());
        RequestFlow flow = new RequestFlow(world, keys, limiter, idempotency, streams, writer);
        Dispatcher dispatcher = new Dispatcher(world, flow, streams, troubles, log, settings.clock(), threads);
        wire.mount(GAME, dispatcher);
        wire.mount(
                EVERYTHING_ELSE,
                request -> request.path().equals(EVERYTHING_ELSE) ? PAGE.handle(request) : dispatcher.handle(request));
        Duration step = settings.game().botInterval();
        step = step.isZero() || step.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : step;
        step = step.compareTo(SHORTEST_STEP) < 0 ? SHORTEST_STEP : step;
        every(step, this::advance);
        if (!heartbeat.isZero()) {
            every(heartbeat, streams.hub()::heartbeat);
        }
    }

    /** Has all paths that start with {@code prefix} answered by somebody else. Those requests are not in the log. */
    public void mount(String prefix, WireHandler handler) {
        wire.mount(prefix, handler);
    }

    /** Begins to answer. */
    public void start() {
        wire.start();
    }

    public World world() {
        return world;
    }

    public Keys keys() {
        return keys;
    }

    public int port() {
        return wire.port();
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

    /** The trouble that requests to the game have. */
    public Troubles troubles() {
        return troubles;
    }

    /** Whether answers are without what is null. */
    public boolean leavesOutNulls() {
        return writer.leavesOutNulls();
    }

    /** Says whether answers to come are without what is null. */
    public void leaveOutNulls(boolean leaveOut) {
        writer.leaveOutNulls(leaveOut);
    }

    /** Refuses new connections, and breaks those that are open. */
    public void goOffline() {
        wire.goOffline();
        streams.hub().cutAll();
    }

    /** Refuses new connections for some real time, and breaks streams. Requests under way are still answered. */
    public void goOffline(Duration time) {
        wire.refuse(time);
        streams.hub().cutAll();
    }

    /** Forgets all that happened. */
    public void reset() {
        streams.hub().cutAll();
        world.reset();
        idempotency.clear();
        log.clear();
        troubles.reset();
        limiter.reset();
    }

    /** Takes connections again, on the same port. */
    public void goOnline() {
        wire.listenAgain();
    }

    /** Ends all streams, then everything else. */
    public void close() {
        timer.shutdownNow();
        CompletableFuture<Void> ended = streams.hub().endAll();
        ended.completeOnTimeout(null, MOST_MILLIS_TO_END_STREAMS, TimeUnit.MILLISECONDS)
                .join();
        wire.close();
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
            LOG.log(Level.SEVERE, "The sandbox failed to let time pass", e);
        }
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
