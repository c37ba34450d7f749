package io.kraty.sdk.internal.engine;

import io.kraty.api.model.PlayerRegistration;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.async.Async;
import io.kraty.sdk.internal.board.LiveBoard;
import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.callback.Deliveries;
import io.kraty.sdk.internal.concurrent.Gate;
import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.finalization.Finalizations;
import io.kraty.sdk.internal.identity.Identity;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.internal.outbox.Means;
import io.kraty.sdk.internal.outbox.Outbox;
import io.kraty.sdk.internal.schedule.Schedule;
import io.kraty.sdk.internal.schedule.Task;
import io.kraty.sdk.internal.stream.Connecting;
import io.kraty.sdk.internal.stream.EventStreams;
import io.kraty.sdk.internal.stream.FollowingMeans;
import io.kraty.sdk.internal.time.ServerClock;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.internal.transport.HttpClients;
import io.kraty.sdk.internal.transport.InFlight;
import io.kraty.sdk.internal.transport.RequestFactory;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.request.RequestOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of one SDK instance, wired, and closed together. Making it touches neither the network nor the disk. */
public final class Engine implements AutoCloseable {
    private static final Log LOG = Log.of("engine");
    private static final ThreadFactory RESOLVING = Threads.named("identity");
    private static final ThreadFactory BESIDE = Threads.named("beside");

    private final Timing timing;
    private final ExecutorService executor = Threads.pool("worker");
    private final ExecutorService tasks = Threads.waiting("task");
    private final Gate gate;
    private final InFlight inFlight = new InFlight();
    private final Callbacks callbacks;
    private final Schedule schedule;
    private final Async async;
    private final HttpClients clients;
    private final EventStreams streams;
    private final Calls calls;
    private final Registrar registrar;
    private final Identity identity;
    private final Finalizations finalizations;
    private final Outbox outbox;
    private final ServerClock clock;
    private final Set<Task> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Wires it as {@code settings} say. */
    public Engine(Settings settings) {
        this.timing = settings.timing();
        this.gate = new Gate(this::task, timing);
        this.callbacks = new Callbacks(settings.callbackExecutor(), gate, this::step);
        this.schedule = new Schedule(timing, this::task, gate, closed::get);
        this.async = new Async(settings.asyncExecutor(), callbacks);
        this.clients = new HttpClients(settings.httpClient(), settings.timeout(), settings.streamIdleTimeout());
        RequestFactory requests = new RequestFactory(settings.baseUrl(), settings.apiKey());
        this.calls = new Calls(
                clients,
                inFlight,
                requests,
                settings.baseUrl(),
                settings.apiKey(),
                new RetryPolicy(settings.retry()),
                settings.timeout(),
                settings.totalTimeout(),
                settings.maxAnswerBytes(),
                elsewhere(settings.onRequest()),
                settings.idempotencyKeys(),
                gate,
                timing);
        this.streams = new EventStreams(new Connecting(
                clients,
                inFlight,
                requests,
                calls,
                settings.timeout(),
                settings.maxAnswerBytes(),
                callbacks,
                gate,
                Engine::beside));
        this.clock = new ServerClock(timing);
        this.registrar = new Registrar(calls);
        this.identity = new Identity(
                settings.player(),
                settings.playerSecret(),
                settings.store(),
                settings.environment(),
                (player, key) -> register(player, false, key),
                (player, key) -> register(player, true, key),
                settings.idempotencyKeys(),
                this::resolve);
        this.finalizations = new Finalizations(
                settings.memberships(),
                settings.environment(),
                calls,
                timing,
                identity::expected,
                this::background,
                Engine::beside,
                callbacks);
        this.outbox = new Outbox(
                settings.outbox(),
                settings.environment(),
                settings.outboxLimits(),
                new Means(
                        calls,
                        identity,
                        schedule,
                        callbacks,
                        this::work,
                        this::background,
                        Engine::beside,
                        this::begin));
    }

    /** Loads what the first call needs. Sends nothing. */
    void warmUp() {
        calls.warmUp();
    }

    /** Calls with nothing special about them. */
    public Scope scope() {
        return scope(RequestOptions.none());
    }

    /** Calls with {@code options}. */
    public Scope scope(RequestOptions options) {
        return new Scope(this, options);
    }

    /** Who is playing. */
    public Identity identity() {
        return identity;
    }

    /** Which boards players are on. */
    public Finalizations finalizations() {
        return finalizations;
    }

    /** Writes that are kept until they are done. */
    public Outbox outbox() {
        return outbox;
    }

    /** The server's clock. */
    public ServerClock clock() {
        return clock;
    }

    Timing timing() {
        return timing;
    }

    Gate gate() {
        return gate;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    Schedule schedule() {
        return schedule;
    }

    Async async() {
        return async;
    }

    Calls calls() {
        return calls;
    }

    Registrar registrar() {
        return registrar;
    }

    EventStreams streams() {
        return streams;
    }

    /**
     * Finds out who plays, with a player the game named.
     *
     * @param mayTakeOver whether a player who is registered already gets a new secret
     */
    public void connect(String externalPlayerId, boolean mayTakeOver) {
        try {
            identity.ensure();
        } catch (KratyApiException e) {
            if (!mayTakeOver || !e.isPlayerAlreadyRegistered()) {
                throw e;
            }
            identity.registered(externalPlayerId, registrar.register(externalPlayerId, true, RequestOptions.none()));
        }
    }

    /** Throws if this is closed. */
    public void checkOpen() {
        if (closed.get()) {
            throw HttpClients.tooLate(null);
        }
    }

    /** Begins {@code task}; ends when this is closed. */
    <T extends Task> T begin(T task) {
        checkOpen();
        running.add(task);
        task.start(() -> running.remove(task));
        if (closed.get()) { // meanwhile, so that close() may have missed it
            task.stop().run();
        }
        return task;
    }

    FollowingMeans means() {
        return new FollowingMeans(streams, schedule, callbacks);
    }

    /** Another player may be active now. */
    public void playerChanged() {
        outbox.noteActive();
        running.forEach(Task::playerChanged);
        task(outbox::playerFound);
    }

    /** Sends nothing more, and calls no listener, until {@link #resume}. */
    public void pause() {
        checkOpen();
        gate.shut();
    }

    /** Goes on. */
    public void resume() {
        checkOpen();
        calls.resumed();
        if (gate.open() && clock.isSynced()) {
            task(this::syncAgain);
        }
    }

    private void syncAgain() {
        try {
            scope().sync();
        } catch (KratyException | IllegalStateException e) { // what was known before still holds
            LOG.get().log(Level.FINE, "the server's clock could not be synced after a pause", e);
        }
    }

    private @Nullable Consumer<RequestInfo> elsewhere(@Nullable Consumer<RequestInfo> onRequest) {
        if (onRequest == null) {
            return null;
        }
        if (!callbacks.areElsewhere()) {
            return request -> schedule.undisturbed(() -> onRequest.accept(request));
        }
        Deliveries deliveries = callbacks.deliveries();
        return request -> deliveries.tell(() -> onRequest.accept(request));
    }

    /** On a thread of its own: an interrupt that a store or the hook of the game leaves there is meant for nobody. */
    private PlayerRegistration register(String externalPlayerId, boolean force, String idempotencyKey) {
        Thread.interrupted();
        try {
            return registrar.registerAside(externalPlayerId, force, idempotencyKey);
        } finally {
            Thread.interrupted();
        }
    }

    /** A thread of its own, also after the end, to find out or keep who plays: all others may be waiting for that. */
    private void resolve(Runnable resolution) {
        RESOLVING
                .newThread(() -> {
                    resolution.run();
                    if (identity.active() == null) {
                        outbox.goOn();
                        return;
                    }
                    running.stream().filter(LiveBoard.class::isInstance).forEach(Task::playerChanged);
                    outbox.playerFound();
                })
                .start();
    }

    /** Does {@code task} on a thread of ours. */
    void work(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) { // closed since the call began
            throw HttpClients.tooLate(e);
        }
    }

    /** Does {@code task}, which may wait for long, on a thread of ours; not at all after the end. */
    private void task(Runnable task) {
        try {
            background(task);
        } catch (IllegalStateException e) {
            LOG.get().log(Level.FINE, "closed", e);
        }
    }

    /** Does a step of the game's on a thread of ours, also after the end. */
    private void step(Runnable step) {
        try {
            background(step);
        } catch (IllegalStateException e) {
            beside(step);
        }
    }

    /** Does {@code task}, which may wait for long, on a thread of ours; throws if it is too late. */
    private void background(Runnable task) {
        try {
            tasks.execute(task);
        } catch (RejectedExecutionException e) {
            throw HttpClients.tooLate(e);
        }
    }

    /** Never on the calling thread, and also after the end: what closes connections, and what has to be kept. */
    private static void beside(Runnable task) {
        BESIDE.newThread(task).start();
    }

    /** Ends everything that is under way. Touches neither the network nor the disk on the calling thread. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            clients.stop();
            async.stop();
            callbacks.close();
            Runnable endStreams = streams.stop();
            List<Runnable> ends = running.stream().map(Task::stop).collect(Collectors.toList());
            schedule.close();
            finalizations.close();
            identity.close(); // after the streams, which are not to tell that they lost a player
            beside(() -> release(endStreams));
            // Each may run steps of the game's, which take as long as they like.
            beside(async::close);
            beside(() -> ends.forEach(Runnable::run));
        }
    }

    private void release(Runnable endStreams) {
        endStreams.run();
        inFlight.close();
        executor.shutdown();
        tasks.shutdown();
        clients.close();
    }
}
