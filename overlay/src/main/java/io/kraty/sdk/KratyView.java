package io.kraty.sdk;

import io.kraty.api.SystemApi;
import io.kraty.api.model.Lobby;
import io.kraty.api.model.ServerTime;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.model.TrackPurchaseResult;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Checks;
import io.kraty.api.runtime.Idempotent;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.internal.engine.Scope;
import io.kraty.sdk.internal.engine.Wiring;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.MembershipRef;
import io.kraty.sdk.live.PollLobbyOptions;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a game asks the platform for, area by area. {@link Kraty} is the one to begin with; {@link #with} and {@link #as} give
 * others, whose calls differ in something:
 *
 * <pre>{@code
 * kraty.as("player_77").players().getIdentity();
 * kraty.with(RequestOptions.none().idempotencyKey(purchaseId)).wallet().debit("gold", 100);
 * }</pre>
 *
 * <p>All views of a {@code Kraty} share everything: connections, the active player, the clock. They cost next to nothing, are
 * not closed, and end with it. Thread-safe. What asks the platform blocks until it is answered, as {@link Kraty} says.
 *
 * @since 0.1.0
 */
public sealed class KratyView permits Kraty {
    private final Wiring wiring;
    private final RequestOptions options;
    private volatile @Nullable Scope scope;

    KratyView(Wiring wiring, RequestOptions options) {
        this.wiring = wiring;
        this.options = options;
    }

    private Scope scope() {
        Scope known = scope;
        if (known == null) {
            known = wiring.engine().scope(options);
            scope = known;
        }
        return known;
    }

    /**
     * The same with other options. What they do not say stays as it is in this view. Never blocks.
     *
     * @param options what is different about the calls of the returned view; an idempotency key among them goes with every
     *     write of the view, so use that one for a single call
     */
    public KratyView with(RequestOptions options) {
        return new KratyView(wiring, Checks.present("options", options).orElse(this.options));
    }

    /**
     * {@link #with} {@link RequestOptions#as}: its calls are about another player than the active one. Nobody is registered or
     * stored for it, and the active player's secret is not sent along. Never blocks.
     *
     * @param externalPlayerId the other player's id
     * @throws IllegalArgumentException if the id is empty, {@code .}, {@code ..} or holds control characters
     */
    public KratyView as(String externalPlayerId) {
        return with(RequestOptions.as(externalPlayerId));
    }

    /** Timed events: list, start, progress, finish. */
    public EventsClient events() {
        return new EventsClient(scope());
    }

    /** All boards: read, live; configured ones also standings, periods, scores, join. */
    public LeaderboardsClient leaderboards() {
        return new LeaderboardsClient(scope());
    }

    /** The boards of event windows: read, live, join. */
    public EventLeaderboardsClient eventLeaderboards() {
        return new EventLeaderboardsClient(scope());
    }

    /** Rewards and crates: list, claim, open, collect all, and granting in permissive games. */
    public GrantsClient grants() {
        return new GrantsClient(scope());
    }

    /** Lobbies of matched events: read. */
    public LobbiesClient lobbies() {
        return new LobbiesClient(scope());
    }

    /** Items: list, consume, live. */
    public InventoryClient inventory() {
        return new InventoryClient(scope());
    }

    /** Balances: list, debit, progress. */
    public WalletClient wallet() {
        return new WalletClient(scope());
    }

    /** Players: identity, metadata, and by hand register, rotate. */
    public PlayersClient players() {
        return new PlayersClient(scope());
    }

    /** What items and currencies are called and look like. */
    public CatalogClient catalog() {
        return new CatalogClient(scope());
    }

    /** Friends: code, presence, requests, blocks, gifts. */
    public FriendsClient friends() {
        return new FriendsClient(scope());
    }

    /** Real-money purchases: track. */
    public PurchasesClient purchases() {
        return new PurchasesClient(scope());
    }

    /** Writes that survive: kept on disk first, then sent for as long as it takes. */
    public OutboxClient outbox() {
        return new OutboxClient(scope());
    }

    /** {@link PurchasesClient#track(TrackPurchaseRequest)}. */
    public TrackPurchaseResult trackPurchase(TrackPurchaseRequest purchase) {
        return purchases().track(purchase);
    }

    /** {@link #getServerTime(ZoneId)} in UTC. */
    public ServerTime getServerTime() {
        return getServerTime(ZoneOffset.UTC);
    }

    /**
     * Asks what the server's clock shows; blocks until it is answered. For a countdown, {@link #syncTime()} once and then
     * {@link Kraty#serverNow()}. {@code GET /sdk/v1/time}.
     *
     * @param zone the zone to show the wall clock in, as a region such as {@code Europe/Lisbon}; it does not change
     *     {@link ServerTime#epochMs()}. Defaults to UTC
     * @throws KratyApiException {@code validation_failed} for a zone the platform does not know
     */
    public ServerTime getServerTime(ZoneId zone) {
        Checks.present("zone", zone);
        String region = zone.equals(ZoneOffset.UTC) ? null : zone.getId();
        return scope().call(SystemApi.getServerTime(region));
    }

    /**
     * Learns the server's time, for {@link Kraty#serverNow()}. Asks three times, one after the other, goes by the answer that was
     * under way for the shortest time, and takes half of that time for the way back. A failed answer does no harm as long as
     * one comes; an error that asking again cannot help ends the asking early. Blocks until the third is answered.
     *
     * <p>Each time replaces what was known, so {@code serverNow()} may jump a little, in both directions. Sync at the start,
     * and again when the device was asleep: on some, the clock this goes by stops then. {@code GET /sdk/v1/time}, three
     * times. A view's time limits are for each of the three.
     *
     * @return how long the answer was under way that counts; {@code serverNow()} is off by half of it at most
     * @throws KratyException why the last answer failed, if none came; what was known before stays
     */
    public Duration syncTime() {
        return scope().sync();
    }

    /**
     * Checks that the platform can be reached and takes the key: returns if so. Only the answer's status counts; any success
     * is good, whatever it says. Blocks until it is answered. {@code GET /sdk/v1/ping}.
     *
     * @throws KratyApiException {@code unauthenticated} or {@code session_invalid} for a bad key, {@code forbidden} for a
     *     key of another kind
     * @throws KratyNetworkException if the platform cannot be reached
     */
    public void ping() {
        scope().knock(SystemApi.ping());
    }

    /**
     * Runs blocking code elsewhere, so that a game's loop never waits: one call, several in a row, a whole flow. Never blocks.
     *
     * <pre>{@code
     * kraty.async(() -> kraty.events().start("quick_brawl"))
     *         .thenAccept(start -> screen.show(start.attempt()));
     * }</pre>
     *
     * <p>It runs on a thread of its own: a virtual one from JDK 24, else one of at most 256 daemon threads of the SDK's that end
     * when idle, or where {@link KratyClientOptions.Builder#asyncExecutor} says. The future completes where
     * {@link KratyClientOptions.Builder#callbackExecutor} says, else on that thread; so do its {@code …Async} steps, and
     * nothing goes through the common pool. So never {@code join()} it on the thread that the {@code callbackExecutor} posts to.
     * Who ends it early completes it: then the next steps run on the thread that cancels, or on the JDK's after
     * {@code orTimeout}; {@code …Async} ones go where they always go.
     *
     * <p>Cancelling the future, {@code orTimeout}, {@code completeOnTimeout}, or completing it by hand ends what is under way:
     * the request, the pause between two attempts, the wait for a lobby. The code is interrupted; nothing more is sent.
     * Whether a write that was under way took effect is unknown then. Only a registration goes on, for whoever calls next, since
     * the player may be there already. What came of {@code thenApply} and its kind ends only
     * itself, as with every {@link CompletableFuture}. Closing the {@link Kraty} completes open futures with
     * {@link IllegalStateException}; if the game's executor does not do so within half a second, a thread of the SDK's does.
     *
     * @param work what to run; may block, and should end when it is interrupted
     * @return completes with what {@code work} returns, or exceptionally with what it throws
     */
    public <T extends @Nullable Object> CompletableFuture<T> async(Callable<? extends T> work) {
        return scope().async(Checks.present("work", work));
    }

    /**
     * {@link #async} for work without a result. It has a name of its own, since Kotlin and Groovy would take it for every lambda and
     * lose what that returns. Never blocks.
     *
     * @param work what to run; may block, and should end when it is interrupted
     * @return completes with {@code null}, or exceptionally with what {@code work} throws
     */
    public CompletableFuture<@Nullable Void> runAsync(Runnable work) {
        Checks.present("work", work);
        return scope().async(() -> {
            work.run();
            return null;
        });
    }

    /** {@link Polling#pollPendingGrants} for the view's player; also ends when the {@link Kraty} is closed. Never blocks. */
    public GrantPoller pollPendingGrants(PollPendingGrantsOptions poll) {
        return Polling.pollPendingGrants(grants(), poll);
    }

    /**
     * Calls what this SDK has no method for: an operation that was generated, or one that the game describes itself. It goes
     * the way of all calls, with the key, the view's options, retries, errors and telemetry. This one is for what belongs to no
     * player. Blocks until it is answered; streams cannot be read with it.
     *
     * <pre>{@code
     * List<News> news = kraty.call(ApiRequest.builder(
     *                 "listNews", "GET", "/sdk/v1/news", Json.unwrapped("NewsEnvelope", "data", Json.list(NEWS)))
     *         .credential(Credential.bearer())
     *         .build());
     * }</pre>
     *
     * <p>A body that is {@link Idempotent} gets an idempotency key. Any other has none, and is repeated all the same if the
     * call fails in a way that may pass.
     *
     * @param request what to send, with which credentials, and how to read the answer
     * @throws KratyException if the platform refuses or cannot be reached
     */
    public <T> T call(ApiRequest<T> request) {
        return scope().call(Checks.present("request", request));
    }

    /**
     * {@link #call(ApiRequest)} for what belongs to a player: the view's, or else the active one, who is registered on first
     * use. Their secret goes along if the description asks for it.
     *
     * <pre>{@code
     * IdentityPair me = kraty.call(player -> PlayersApi.getPlayerIdentity(player));
     * }</pre>
     *
     * @param endpoint describes the request about the player whose id it gets; called with a made-up one first, to check its
     *     arguments, if nobody is known yet
     */
    public <T> T call(Function<String, ApiRequest<T>> endpoint) {
        return scope().call(endpoint);
    }

    /** {@link #pollLobbyUntilActive(String, PollLobbyOptions)} every second, for a minute. */
    public Lobby pollLobbyUntilActive(String lobbyId) {
        return pollLobbyUntilActive(lobbyId, PollLobbyOptions.builder().build());
    }

    /** {@link Polling#pollLobbyUntilActive}. */
    public Lobby pollLobbyUntilActive(String lobbyId, PollLobbyOptions poll) {
        return Polling.pollLobbyUntilActive(lobbies(), lobbyId, poll);
    }

    /**
     * Asks how the boards of the view's player stand, and reports those that are final to the listeners of
     * {@link Kraty#onFinalized}. For the start of the game, and whenever it comes back. Blocks until the platform has answered
     * for each board, one after the other, and for the store.
     *
     * <p>The player is the active one, else the one who would be resumed; nobody is registered, and no secret is sent. Each
     * board of an event is read ({@code GET /sdk/v1/event-leaderboards/{leaderboardId}}), and of each configured board the
     * periods that ended since ({@code GET /sdk/v1/leaderboards/{key}/periods} and {@code …/standings}). Boards of open
     * attempts that the list of events names, and that this device does not know of, are taken up first
     * ({@code GET /sdk/v1/players/{p}/events}). A board that cannot be read is asked for again next time; one that has not
     * been there since the player got on it a week ago or earlier is forgotten.
     *
     * @return what no listener has taken before: found now, or found earlier and still waiting. Without a listener it comes
     *     again each time, until {@link #dismiss}
     * @throws KratyNetworkException if the platform cannot be reached, or the thread is interrupted; what was found by then is
     *     reported all the same
     * @throws KratySecretStoreException if the secret store fails when it is asked who would be resumed
     */
    public List<FinalizationResult> checkFinalizations() {
        String player = scope().expected();
        return player == null ? List.of() : scope().finalizations().check(player, scope().options());
    }

    /**
     * Reports a board to the view's player no more: a result that waits, or a board that still runs. A period of a
     * configured board can be dismissed once it is over. Nothing happens if the board is not known. Asks nobody;
     * blocks for the store, but on an interrupted thread, beside which another one does it.
     */
    public void dismiss(MembershipRef board) {
        Checks.present("board", board);
        String player = scope().expected();
        if (player != null) {
            scope().finalizations().dismiss(player, board);
        }
    }

    /**
     * Forgets which boards were reported to the view's player or dismissed; they would be forgotten a week later anyway. Asks
     * nobody; blocks for the store.
     *
     * @return how many
     * @throws KratyNetworkException if the thread is interrupted, and nothing is forgotten
     */
    public int clearReported() {
        String player = scope().expected();
        return player == null ? 0 : scope().finalizations().clearReported(player);
    }
}
