package io.kraty.sdk;

import io.kraty.api.SystemApi;
import io.kraty.api.model.Lobby;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.ServerTime;
import io.kraty.api.model.SyntheticIdentity;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.model.TrackPurchaseResult;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.identity.Identity;
import io.kraty.sdk.internal.stream.Connecting;
import io.kraty.sdk.internal.stream.EventStreams;
import io.kraty.sdk.internal.time.ServerClock;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.internal.transport.HttpClients;
import io.kraty.sdk.internal.transport.InFlight;
import io.kraty.sdk.internal.transport.RequestFactory;
import io.kraty.sdk.internal.transport.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A game's connection to Kraty. Make one per game, share it with every thread, close it at the end.
 *
 * <pre>{@code
 * try (Kraty kraty = Kraty.create("YOUR_CLIENT_SDK_KEY")) {
 *     List<EventListing> available = kraty.events().listForPlayer(); // registers the player on first use
 *     StartAttemptResponse start = kraty.events().start(available.get(0).eventKey());
 *     kraty.events().progress(available.get(0).eventKey(), start.attempt().id(), ProgressInput.increment(1));
 *     kraty.grants().collectAll();
 * }
 * }</pre>
 *
 * <p>Every call that is about a player is about the active one, who is found at the first such call: the id the game named
 * in the options, else the player of the last launch, else a fresh one, who is registered and kept.
 *
 * <p>What asks the platform blocks until it is answered, or until the disk has kept the player: all methods of the clients but
 * {@code live}, and here those that say so. Keep them off the thread that draws. An interrupt ends each of them within a
 * fraction of a second, wherever it is: it throws {@link KratyNetworkException}, the thread stays interrupted, and nothing
 * more is sent. Everything else never blocks and touches neither the network nor the disk, so a game may call it every frame:
 * {@code create}, the accessors of the clients, {@link #activeExternalPlayerId()}, {@link #syntheticIdentity()},
 * {@link #isTimeSynced()}, {@link #serverNow()}, {@link #pollPendingGrants}, {@link #close()} and {@link #toString()}.
 *
 * <p>Failed calls are repeated as {@link KratyRetryConfig} says, and a write that is repeated takes effect once. What fails for
 * good is a {@link KratyException}.
 *
 * <p>All threads of the SDK are daemons, so a program that forgets {@link #close()} still ends.
 */
public final class Kraty implements AutoCloseable {
    private static final ThreadFactory CLOSING = Threads.named("close");

    private final KratyClientOptions options;
    private final Timing timing;
    private final ExecutorService executor = Threads.pool("worker");
    private final InFlight inFlight = new InFlight();
    private final HttpClients clients;
    private final EventStreams streams;
    private final Calls calls;
    private final Registrar registrar;
    private final Identity identity;
    private final ServerClock clock;
    private final Set<GrantPoller> pollers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    private final EventsClient events;
    private final LeaderboardsClient leaderboards;
    private final EventLeaderboardsClient eventLeaderboards;
    private final GrantsClient grants;
    private final LobbiesClient lobbies;
    private final InventoryClient inventory;
    private final WalletClient wallet;
    private final PlayersClient players;
    private final CatalogClient catalog;
    private final FriendsClient friends;
    private final PurchasesClient purchases;

    /**
     * Connects with {@code options}; {@link #create(KratyClientOptions)} in another spelling. Does not block: nothing is sent,
     * and no disk is touched, until the first call.
     */
    public Kraty(KratyClientOptions options) {
        this(options, options.activeExternalPlayerId, options.playerSecret, options.store());
    }

    private Kraty(
            KratyClientOptions options, @Nullable String player, @Nullable String playerSecret, SecretStore store) {
        this.options = options;
        this.timing = options.timing;
        this.clients = new HttpClients(options.httpClient, options.timeout, options.streamIdleTimeout);
        RequestFactory requests = new RequestFactory(options.baseUrl, options.apiKey);
        this.calls = new Calls(
                clients,
                inFlight,
                requests,
                options.baseUrl,
                options.apiKey,
                new RetryPolicy(options.retry),
                options.timeout,
                options.totalTimeout,
                options.maxAnswerBytes,
                options.onRequest,
                options.idempotencyKeys,
                timing);
        this.streams = new EventStreams(
                new Connecting(clients, inFlight, requests, calls, options.maxAnswerBytes, this::inBackground));
        this.clock = new ServerClock(timing);
        this.registrar = new Registrar(calls);
        this.identity = new Identity(
                player,
                playerSecret,
                store,
                options.environment(),
                this::register,
                options.idempotencyKeys,
                this::work);
        PlayerScope scope = new PlayerScope(calls, identity, closed::get);
        this.events = new EventsClient(scope);
        this.eventLeaderboards = new EventLeaderboardsClient(scope, streams);
        this.leaderboards = new LeaderboardsClient(scope, eventLeaderboards);
        this.grants = new GrantsClient(scope, this::work);
        this.lobbies = new LobbiesClient(scope);
        this.inventory = new InventoryClient(scope, streams);
        this.wallet = new WalletClient(scope);
        this.players = new PlayersClient(scope, registrar);
        this.catalog = new CatalogClient(scope);
        this.friends = new FriendsClient(scope);
        this.purchases = new PurchasesClient(scope);
    }

    /**
     * Connects with the defaults. Never blocks: nothing is sent and nothing is read from disk until the first call.
     *
     * @param apiKey the game's {@code client_sdk} key; never a {@code server_integration} key
     * @throws IllegalArgumentException if it is blank or cannot stand in a header
     */
    public static Kraty create(String apiKey) {
        return new Kraty(KratyClientOptions.builder().apiKey(apiKey).build());
    }

    /** Connects with {@code options}. Never blocks: nothing is sent and nothing is read from disk until the first call. */
    public static Kraty create(KratyClientOptions options) {
        return new Kraty(options);
    }

    /** {@link #connectAsPlayer(KratyClientOptions, String, SecretStore, boolean)}, rotating the secret if need be. */
    public static Kraty connectAsPlayer(KratyClientOptions options, String externalPlayerId, SecretStore store) {
        return connectAsPlayer(options, externalPlayerId, store, true);
    }

    /**
     * Connects for a player of the game's own, who is known and active when this returns. If {@code store} has the player's
     * secret, nothing is sent; else the player is registered, as on first use. A player who is registered already, by
     * another device or an earlier installation, gets a new secret if {@code autoRotateOnConflict} says so: with keys that
     * are not live, the platform allows it, and the secret of before stops working.
     * {@code POST /sdk/v1/players/{p}/register}.
     *
     * <p>Secret and player are in {@code store} afterwards, and {@code store} is what the returned {@code Kraty} goes on
     * with: {@link #logout()} and {@link #signIn} act on it. After a logout the named player is the first again. Blocks for the
     * store and for the platform.
     *
     * @param options the settings; a player or a store they name gives way to the arguments
     * @param externalPlayerId the player, by the game's own id
     * @param store where the player is kept; stays the caller's to close
     * @param autoRotateOnConflict whether to take over a player who is registered already
     * @throws KratyApiException {@code player_already_registered} if the player has a secret and may not be taken over,
     *     which is always so with a live key (link the device through your backend, then {@link #signIn});
     *     {@code player_banned}
     * @throws KratyNetworkException if the platform cannot be reached, or the thread is interrupted; what was begun is
     *     resumed at the next try
     * @throws IllegalArgumentException if the id cannot stand in a path, or the options hold a player secret, which belongs
     *     to {@link #create(KratyClientOptions)} or {@link #signIn}
     */
    public static Kraty connectAsPlayer(
            KratyClientOptions options, String externalPlayerId, SecretStore store, boolean autoRotateOnConflict) {
        Checks.pathSegment("externalPlayerId", externalPlayerId);
        Checks.present("store", store);
        if (options.playerSecret != null) {
            throw new IllegalArgumentException("playerSecret: the options must hold none, the store is asked for it");
        }
        Kraty kraty = new Kraty(options, externalPlayerId, null, store);
        try {
            kraty.connect(externalPlayerId, autoRotateOnConflict);
            return kraty;
        } catch (RuntimeException | Error e) {
            kraty.close();
            throw e;
        }
    }

    private void connect(String externalPlayerId, boolean autoRotateOnConflict) {
        try {
            identity.ensure();
        } catch (KratyApiException e) {
            if (!autoRotateOnConflict || !e.isPlayerAlreadyRegistered()) {
                throw e;
            }
            identity.registered(externalPlayerId, registrar.rotate(externalPlayerId, RequestOptions.none()));
        }
    }

    /** Timed events: list, start, progress, finish. */
    public EventsClient events() {
        return events;
    }

    /** All boards: read, live; configured ones also standings, periods, scores, join. */
    public LeaderboardsClient leaderboards() {
        return leaderboards;
    }

    /** The boards of event windows: read, live, join. */
    public EventLeaderboardsClient eventLeaderboards() {
        return eventLeaderboards;
    }

    /** Rewards and crates: list, claim, open, collect all, and granting in permissive games. */
    public GrantsClient grants() {
        return grants;
    }

    /** Lobbies of matched events: read. */
    public LobbiesClient lobbies() {
        return lobbies;
    }

    /** Items: list, consume, live. */
    public InventoryClient inventory() {
        return inventory;
    }

    /** Balances: list, debit, progress. */
    public WalletClient wallet() {
        return wallet;
    }

    /** Players: identity, metadata, and by hand register, rotate. */
    public PlayersClient players() {
        return players;
    }

    /** What items and currencies are called and look like. */
    public CatalogClient catalog() {
        return catalog;
    }

    /** Friends: code, presence, requests, blocks, gifts. */
    public FriendsClient friends() {
        return friends;
    }

    /** Real-money purchases: track. */
    public PurchasesClient purchases() {
        return purchases;
    }

    /** {@link PurchasesClient#track(TrackPurchaseRequest)}. */
    public TrackPurchaseResult trackPurchase(TrackPurchaseRequest purchase) {
        return purchases.track(purchase);
    }

    /** The active player's id; empty until the first call that needed one, and after {@link #logout()}. Never blocks. */
    public Optional<String> activeExternalPlayerId() {
        return Optional.ofNullable(identity.active()).map(PlayerCredentials::externalPlayerId);
    }

    /**
     * The name and avatar the platform picked for the active player, to show right after the first launch. Known if this
     * {@code Kraty} registered the player itself, in this session; empty for a player of an earlier launch, after
     * {@link #signIn} and after {@link #logout}. A name the player chooses later does not change it;
     * {@link PlayersClient#getAnonymizedIdentity()} asks the platform at any time. Never blocks.
     */
    public Optional<SyntheticIdentity> syntheticIdentity() {
        return Optional.ofNullable(identity.synthetic());
    }

    /**
     * Finds out who is playing now rather than at the first call; may register a player. Rarely needed. Blocks until they are
     * known, as the first call does: for the secret store, and for the platform if a player has to be registered. An interrupt
     * or {@link #close()} ends the wait, even if the store hangs; what was begun goes on in the background.
     *
     * @throws KratyApiException {@code player_already_registered} if the game named a player whose secret is not here,
     *     {@code player_banned}
     * @throws KratyNetworkException if the platform cannot be reached, or the thread is interrupted
     * @throws IllegalStateException if this is closed, also meanwhile
     */
    public PlayerCredentials ensureIdentity() {
        checkOpen();
        return identity.ensure();
    }

    /**
     * Makes a player active whose secret the game got from its own backend, and keeps them for the next launch. Sends
     * nothing: a wrong secret shows at the next call, as {@code player_secret_invalid}. Blocks for the secret store, which it
     * uses on the calling thread: the durable default writes a file.
     *
     * @throws IllegalArgumentException if the id cannot stand in a path, or the secret in a header
     * @throws KratyNetworkException if the thread is interrupted: while it waits until nobody else changes the store, and
     *     nothing has changed; or while the player is being kept, and they are active, but perhaps for this session only. The
     *     message says which
     * @throws IllegalStateException if this is closed, also while it waits
     */
    public void signIn(String externalPlayerId, String secret) {
        signIn(new PlayerCredentials(externalPlayerId, secret));
    }

    /** {@link #signIn(String, String)} with both in one, as {@link #ensureIdentity()} of another {@code Kraty} gives them. */
    public void signIn(PlayerCredentials credentials) {
        checkOpen();
        identity.signIn(credentials);
    }

    /**
     * Forgets the active player, here and in the secret store, even if only an earlier launch knew them. The next call that
     * needs a player starts over: the id the game named in the options, else a fresh one. Blocks for the secret store, which it
     * uses on the calling thread.
     *
     * @throws KratySecretStoreException if the store fails; the player is forgotten for this session, but the next launch may
     *     find them
     * @throws KratyNetworkException if the thread is interrupted: while it waits until nobody else changes the store, and
     *     nothing has changed; or while the store forgets, and the player is forgotten for this session, but the next launch
     *     may find them. The message says which
     * @throws IllegalStateException if this is closed, also while it waits
     */
    public void logout() {
        checkOpen();
        identity.logout();
    }

    /** {@link #getServerTime(ZoneId, RequestOptions)} in UTC, with the client's settings. */
    public ServerTime getServerTime() {
        return getServerTime(ZoneOffset.UTC, RequestOptions.none());
    }

    /** {@link #getServerTime(ZoneId, RequestOptions)} in UTC. */
    public ServerTime getServerTime(RequestOptions options) {
        return getServerTime(ZoneOffset.UTC, options);
    }

    /** {@link #getServerTime(ZoneId, RequestOptions)} with the client's settings. */
    public ServerTime getServerTime(ZoneId zone) {
        return getServerTime(zone, RequestOptions.none());
    }

    /**
     * Asks what the server's clock shows; blocks until it is answered. For a countdown, {@link #syncTime()} once and then {@link #serverNow()}.
     * {@code GET /sdk/v1/time}.
     *
     * @param zone the zone to show the wall clock in, as a region such as {@code Europe/Lisbon}; it does not change
     *     {@link ServerTime#epochMs()}. Defaults to UTC
     * @throws KratyApiException {@code validation_failed} for a zone the platform does not know
     */
    public ServerTime getServerTime(ZoneId zone, RequestOptions options) {
        Checks.present("zone", zone);
        checkOpen();
        String region = zone.equals(ZoneOffset.UTC) ? null : zone.getId();
        return calls.execute(SystemApi.getServerTime(region), null, options);
    }

    /** {@link #syncTime(RequestOptions)} with the client's settings. */
    public Duration syncTime() {
        return syncTime(RequestOptions.none());
    }

    /**
     * Learns the server's time, for {@link #serverNow()}. Asks three times, one after the other, goes by the answer that was
     * under way for the shortest time, and takes half of that time for the way back. A failed answer does no harm as long as
     * one comes; an error that asking again cannot help ends the asking early. Blocks until the third is answered.
     *
     * <p>Each time replaces what was known, so {@code serverNow()} may jump a little, in both directions. Sync at the start,
     * and again when the device was asleep: on some, the clock this goes by stops then. {@code GET /sdk/v1/time}, three
     * times.
     *
     * @param options time limits, for each of the three; whose player it is about does not matter
     * @return how long the answer was under way that counts; {@code serverNow()} is off by half of it at most
     * @throws KratyException why the last answer failed, if none came; what was known before stays
     */
    public Duration syncTime(RequestOptions options) {
        return clock.sync(() -> {
            checkOpen();
            return calls.measure(SystemApi.getServerTime(null), options);
        });
    }

    /** Whether {@link #syncTime()} succeeded before, so that {@link #serverNow()} has an answer. Never blocks. */
    public boolean isTimeSynced() {
        return clock.isSynced();
    }

    /**
     * The server's time now, to compare with what the platform says of starts and ends. Asks nobody and never blocks, so it
     * may be called every frame, from any thread. It counts on from the last {@link #syncTime()} on a clock that nobody can
     * set, and does not go back until the next one.
     *
     * @throws IllegalStateException before the first {@link #syncTime()} that succeeds
     */
    public Instant serverNow() {
        return clock.now();
    }

    /** {@link #ping(RequestOptions)} with the client's settings. */
    public void ping() {
        ping(RequestOptions.none());
    }

    /**
     * Checks that the platform can be reached and takes the key: returns if so. Only the answer's status counts; any success
     * is good, whatever it says. Blocks until it is answered. {@code GET /sdk/v1/ping}.
     *
     * @throws KratyApiException {@code unauthenticated} or {@code session_invalid} for a bad key, {@code forbidden} for a
     *     key of another kind
     * @throws KratyNetworkException if the platform cannot be reached
     */
    public void ping(RequestOptions options) {
        checkOpen();
        calls.knock(SystemApi.ping(), options);
    }

    /** {@link Polling#pollPendingGrants} for the active player; also ends when this is closed. Never blocks. */
    public GrantPoller pollPendingGrants(PollPendingGrantsOptions poll) {
        checkOpen();
        GrantPoller poller = Polling.pollPendingGrants(grants, poll, timing, pollers::remove);
        pollers.add(poller);
        if (!poller.isRunning()) {
            pollers.remove(poller);
        }
        return poller;
    }

    /** {@link #pollLobbyUntilActive(String, PollLobbyOptions)} every second, for a minute. */
    public Lobby pollLobbyUntilActive(String lobbyId) {
        return pollLobbyUntilActive(lobbyId, PollLobbyOptions.builder().build());
    }

    /** {@link Polling#pollLobbyUntilActive}. */
    public Lobby pollLobbyUntilActive(String lobbyId, PollLobbyOptions poll) {
        checkOpen();
        return Polling.pollLobbyUntilActive(lobbies, lobbyId, poll, timing);
    }

    private PlayerRegistration register(String externalPlayerId, String idempotencyKey) {
        return registrar.register(externalPlayerId, RequestOptions.none().idempotencyKey(idempotencyKey));
    }

    private void work(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) { // closed since the call began
            throw HttpClients.tooLate(e);
        }
    }

    private void inBackground(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) { // closed, which does not end the need
            CLOSING.newThread(task).start();
        }
    }

    private void checkOpen() {
        if (closed.get()) {
            throw HttpClients.tooLate(null);
        }
    }

    /**
     * Ends streams, pollers and calls under way, and releases connections and threads, as far as the SDK made them: an HTTP
     * client or a secret store of the game's stays open. Never blocks, on any thread: what touches the network is done in the
     * background, on a daemon thread that ends by itself.
     *
     * <p>Nothing is sent any more. Later calls throw {@link IllegalStateException}, and so do those under way, also those that
     * wait for a player or for the secret store, within a fraction of a second; their cause says how far they came. Whether a
     * write of that kind took effect is unknown; the next launch may repeat it with the same idempotency key. Idempotent.
     *
     * <p>Nothing of the SDK's keeps a plugin's class loader then: its threads end, and it has no shutdown hooks. OkHttp's idle
     * threads ({@code OkHttp TaskRunner}, {@code Okio Watchdog}, and those of the dispatcher of a client of the game's) end by
     * themselves after a minute or a little more; until then they remember, on a JDK before 24, the classes that were calling
     * when they were started, and on every JDK the context class loader of that thread.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            clients.stop();
            Runnable endStreams = streams.stop();
            pollers.forEach(GrantPoller::close);
            identity.close(); // after the streams, which are not to tell that they lost a player
            CLOSING.newThread(() -> release(endStreams)).start();
        }
    }

    private void release(Runnable endStreams) {
        endStreams.run();
        inFlight.close();
        executor.shutdown();
        clients.close();
    }

    /** Where it goes and who is playing; never a key or a secret. Never blocks. */
    @Override
    public String toString() {
        return "Kraty[" + options.baseUrl + ", player="
                + activeExternalPlayerId().orElse("not resolved") + "]";
    }
}
