package io.kraty.sdk.internal.engine;

import io.kraty.api.SystemApi;
import io.kraty.api.model.Grant;
import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardSnapshot;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.PresenceInput;
import io.kraty.api.model.PresenceStatus;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.board.LiveBoard;
import io.kraty.sdk.internal.board.LiveHoldings;
import io.kraty.sdk.internal.callback.Deliveries;
import io.kraty.sdk.internal.collect.Pace;
import io.kraty.sdk.internal.finalization.Finalizations;
import io.kraty.sdk.internal.identity.Identity;
import io.kraty.sdk.internal.polling.Heartbeat;
import io.kraty.sdk.internal.polling.Patience;
import io.kraty.sdk.internal.polling.PendingGrants;
import io.kraty.sdk.internal.stream.EventStreams;
import io.kraty.sdk.internal.stream.Source;
import io.kraty.sdk.internal.stream.Subject;
import io.kraty.sdk.internal.transport.Authorized;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.internal.transport.Timed;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.HoldingsListener;
import io.kraty.sdk.live.HoldingsWatch;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.live.PresenceHeartbeat;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every area's client calls through: an engine, and what is different about the calls of one view. It decides whose
 * player a call is about, and takes id and secret together. Immutable and cheap.
 */
public final class Scope {
    // How often holdings are read while no stream tells of changes.
    private static final Duration WITHOUT_STREAM = Duration.ofSeconds(15);

    private final Engine engine;
    private final RequestOptions options;

    Scope(Engine engine, RequestOptions options) {
        this.engine = engine;
        this.options = options;
    }

    /** The same with {@code other} options, and these where those say nothing. */
    public Scope with(RequestOptions other) {
        return new Scope(engine, other.orElse(options));
    }

    /** The same, with an idempotency key of its own for each call. */
    public Scope withFreshKeys() {
        return new Scope(engine, options.idempotencyKey(""));
    }

    /** The same, with one idempotency key for all calls: that of the options, else a fresh one. */
    public Scope withOneKey() {
        return options.idempotencyKey() != null
                ? this
                : new Scope(engine, options.idempotencyKey(engine.calls().newKey()));
    }

    /** The same, but no call takes longer than {@code time} in all. */
    public Scope within(Duration time) {
        Duration own = options.totalTimeout();
        return own != null && own.compareTo(time) <= 0
                ? this
                : with(RequestOptions.none().totalTimeout(time));
    }

    /** The same for whoever plays now, even if somebody else does later; registers if need be. */
    public Scope settled() {
        engine.checkOpen();
        if (options.player() != null) {
            return this;
        }
        PlayerCredentials active = identity().ensure();
        return with(RequestOptions.as(active.externalPlayerId()).playerSecret(active.secret()));
    }

    /** Calls what belongs to no player. */
    public <T> T call(ApiRequest<T> request) {
        return call(Authorized.byTheKey(request));
    }

    /** Calls what belongs to the player of the options, or to the active one. */
    public <T> T call(Function<String, ApiRequest<T>> endpoint) {
        return call(player(endpoint), endpoint);
    }

    /** Calls with credentials that were taken before, for several calls that must be about one player. */
    public <T> T call(Player player, Function<String, ApiRequest<T>> endpoint) {
        return call(player.asks(endpoint));
    }

    /** Like {@link #call(Function)}; {@code then} is told whose answer it was before this returns. */
    public <T> T call(Function<String, ApiRequest<T>> endpoint, BiConsumer<String, T> then) {
        Player player = player(endpoint);
        T answer = call(player, endpoint);
        then.accept(player.externalPlayerId(), answer);
        return answer;
    }

    private <T> T call(Authorized<T> what) {
        engine.checkOpen();
        return engine.calls().execute(what, options);
    }

    /** Like {@link #call(ApiRequest)}, with the time it took. */
    public <T> Timed<T> measure(ApiRequest<T> request) {
        engine.checkOpen();
        return engine.calls().measure(Authorized.byTheKey(request), options);
    }

    /** Like {@link #call(ApiRequest)}, for an answer of which only the status counts. */
    public void knock(ApiRequest<?> request) {
        engine.checkOpen();
        engine.calls().knock(Authorized.byTheKey(request), options);
    }

    /** Whose player it is: checks {@code endpoint}'s arguments, then registers if need be. */
    public Player player(Function<String, ? extends ApiRequest<?>> endpoint) {
        engine.checkOpen();
        Player known = known();
        if (known != null) {
            return known;
        }
        check(endpoint);
        return Player.of(identity().ensure());
    }

    /** What a stream about the player asks for: who is known now, else found out when it connects. */
    public <E> Supplier<Authorized<E>> later(Function<String, ApiRequest<E>> endpoint) {
        return later(later(), endpoint);
    }

    /** The same about a player who is found out elsewhere. */
    public <E> Supplier<Authorized<E>> later(Supplier<Player> player, Function<String, ApiRequest<E>> endpoint) {
        return () -> player.get().asks(endpoint).with(options.headers());
    }

    /** Whose player it is: who is known now, else found out when it is first asked for, and the same from then on. */
    public Supplier<Player> later() {
        engine.checkOpen();
        AtomicReference<@Nullable Player> player = new AtomicReference<>(known());
        return () -> {
            Player known = player.get();
            Player found = known == null ? Player.of(identity().ensure()) : known;
            return player.compareAndSet(null, found) ? found : Objects.requireNonNull(player.get());
        };
    }

    /** What a stream about nobody's player asks for. */
    public <E> Supplier<Authorized<E>> later(ApiRequest<E> request) {
        engine.checkOpen();
        return () -> Authorized.byTheKey(request).with(options.headers());
    }

    private @Nullable Player known() {
        String other = options.player();
        if (other != null) {
            return new Player(other, options.playerSecret());
        }
        PlayerCredentials active = identity().active();
        return active == null ? null : Player.of(active);
    }

    /** Who the player of the options is, or the active one, or the one of the last launch. Registers nobody. */
    public @Nullable String expected() {
        engine.checkOpen();
        String other = options.player();
        return other != null ? other : identity().expected();
    }

    /** Writes that are kept until they are done. */
    public KeptWrites keptWrites() {
        return new KeptWrites(engine, this);
    }

    /** Which boards players are on. */
    public Finalizations finalizations() {
        return engine.finalizations();
    }

    /** What is different about the calls of this view. */
    public RequestOptions options() {
        return options;
    }

    /** Holds {@code endpoint}'s arguments against what the API allows. Asks nobody. */
    public void check(Function<String, ? extends ApiRequest<?>> endpoint) {
        Described.check(endpoint);
    }

    /** Keeps a board current, until it is closed or the engine is; without a source by reads alone. */
    public BoardSubscription follow(
            @Nullable Source<LeaderboardEvent> source,
            Supplier<? extends LeaderboardSnapshot> read,
            BoardOptions options,
            BoardListener listener) {
        return engine.begin(new LiveBoard(
                engine.means(),
                new Subject<>(source, read, options.readInterval(), options.readInterval(), options.reconnect()),
                Checks.present("limit", options.read().limit()),
                options.read().includeSelf() && this.options.player() == null,
                listener));
    }

    /** Keeps what a player holds current, until it is closed or the engine is. */
    public HoldingsWatch follow(
            Source<InventoryEvent> source,
            Supplier<LiveHoldings.Reading> read,
            Predicate<InventoryEvent> isWanted,
            boolean reconnect,
            HoldingsListener listener) {
        return engine.begin(new LiveHoldings(
                engine.means(),
                new Subject<>(source, read, Duration.ZERO, WITHOUT_STREAM, reconnect),
                isWanted,
                listener));
    }

    /** Opens streams. */
    public EventStreams streams() {
        return engine.streams();
    }

    /** Watches for grants in the background, until the engine is closed. */
    public GrantPoller watch(Function<String, ApiRequest<List<Grant>>> list, PollPendingGrantsOptions poll) {
        Supplier<@Nullable Player> whoever = whoeverPlays(list);
        Supplier<@Nullable List<Grant>> pending = () -> {
            Player player = whoever.get();
            return player == null ? null : call(player, list);
        };
        return engine.begin(new PendingGrants(pending, poll, engine.schedule(), engine.callbacks()));
    }

    /**
     * Reads what belongs to nobody: with the place of whoever plays each time, if so {@code withSelf} and somebody does.
     *
     * @param endpoint what to read for a player; for null, without a place
     */
    public <T> Supplier<T> reading(boolean withSelf, Function<@Nullable String, ApiRequest<T>> endpoint) {
        Function<String, ApiRequest<T>> withPlace = self -> endpoint.apply(self);
        Supplier<@Nullable Player> whoever = whoeverPlays(withPlace);
        return () -> {
            Player self = withSelf ? whoever.get() : null;
            return self == null ? call(endpoint.apply(null)) : call(self, withPlace);
        };
    }

    /**
     * Who plays each time, for what goes on in the background: found out the first time, which may register somebody; null
     * while nobody plays after that, since nobody is registered for it.
     */
    private Supplier<@Nullable Player> whoeverPlays(Function<String, ? extends ApiRequest<?>> endpoint) {
        AtomicBoolean begun = new AtomicBoolean();
        return () -> {
            Player now = begun.get() ? known() : player(endpoint);
            begun.set(true);
            return now;
        };
    }

    /** Says again and again that the player is here, until somebody else is, or the engine is closed. */
    public PresenceHeartbeat keepOnline(
            @Nullable PresenceStatus status, BiFunction<String, PresenceInput, ApiRequest<?>> heartbeat) {
        AtomicReference<@Nullable Player> beating = new AtomicReference<>(known());
        Predicate<PresenceInput> send = presence -> {
            Player first = beating.get();
            Player now = first == null ? player(id -> heartbeat.apply(id, presence)) : known();
            beating.compareAndSet(null, now);
            if (now == null || (first != null && !first.externalPlayerId().equals(now.externalPlayerId()))) {
                return false;
            }
            withFreshKeys().call(now, id -> heartbeat.apply(id, presence));
            return true;
        };
        return engine.begin(new Heartbeat(status, send, engine.schedule(), engine.callbacks()));
    }

    /** Runs {@code work} elsewhere. */
    public <T extends @Nullable Object> CompletableFuture<T> async(Callable<? extends T> work) {
        return engine.async().run(work);
    }

    /** Learns the server's time. */
    public Duration sync() {
        return engine.clock().sync(() -> measure(SystemApi.getServerTime(null)));
    }

    /** Registers a player by hand; with {@code force} also one who has a secret, which stops working. */
    public PlayerRegistration register(String externalPlayerId, boolean force) {
        engine.checkOpen();
        if (!force) {
            return engine.registrar().register(externalPlayerId, false, options);
        }
        PlayerRegistration registration = engine.registrar().rotate(externalPlayerId, options, identity());
        engine.outbox().playerChanged();
        return registration;
    }

    /** Tells {@code listener} where the game wants it, one thing after the other; what it throws is logged. */
    public <T> Consumer<T> telling(Consumer<T> listener) {
        Deliveries deliveries = engine.callbacks().deliveries();
        return what -> deliveries.tell(() -> listener.accept(what));
    }

    /** Where work goes on beside the calling thread. */
    public Executor workers() {
        return engine::work;
    }

    /**
     * The time for a wait of several calls, from now on; an interrupt ends it early, and so does the end of the engine.
     *
     * @param interval the pause between two calls
     * @param total the time for all of them
     * @param grace what the last call gets at least, beyond the time if need be; zero if none may begin once time is up
     * @param onError hears of failures that it survives
     */
    public Patience patience(Duration interval, Duration total, Duration grace, Consumer<KratyException> onError) {
        return new Patience(
                interval,
                total,
                grace,
                telling(onError),
                duration -> engine.calls().pause(duration, engine.timing(), engine.gate()),
                engine.gate()::shutNanos,
                engine.timing());
    }

    /** How many calls of a long list are under way together, {@code most} to begin with: fewer when that is too much. */
    public Pace pace(int most) {
        Calls calls = engine.calls();
        return new Pace(most, calls.rateLimit(), duration -> calls.pause(duration, engine.timing(), engine.gate()));
    }

    /** The server's time, if it was asked for before; else the device's. */
    public Instant now() {
        return engine.clock().isSynced()
                ? engine.clock().now()
                : engine.timing().now();
    }

    private Identity identity() {
        return engine.identity();
    }

    /**
     * An id and the secret that belongs to it, taken at one moment.
     *
     * @param externalPlayerId the game's own id
     * @param secret the secret; null if the game did not say it
     */
    public record Player(String externalPlayerId, @Nullable String secret) {
        private static Player of(PlayerCredentials credentials) {
            return new Player(credentials.externalPlayerId(), credentials.secret());
        }

        private <T> Authorized<T> asks(Function<String, ApiRequest<T>> endpoint) {
            return new Authorized<>(Described.by(endpoint, externalPlayerId), secret);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Player[" + externalPlayerId + "]";
        }
    }
}
