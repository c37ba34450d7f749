package io.kraty.sdk;

import io.kraty.api.model.SyntheticIdentity;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.internal.engine.Engine;
import io.kraty.sdk.internal.engine.Settings;
import io.kraty.sdk.internal.engine.Wiring;
import io.kraty.sdk.internal.identity.Identity;
import io.kraty.sdk.live.FinalizationListener;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import java.time.Instant;
import java.util.Optional;

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
 * {@code live}, {@code subscribe}, {@code watch}, {@code keepOnline} and the outbox's {@code onResult}, and here those that say so. Keep them off the thread
 * that draws, or run them by {@link #async}. An interrupt ends each of them within a
 * fraction of a second, wherever it is: it throws {@link KratyNetworkException}, the thread stays interrupted, and nothing
 * more is sent. Everything else never blocks and touches neither the network nor the disk, so a game may call it every frame:
 * {@code create}, the accessors of the clients, {@link #activeExternalPlayerId()}, {@link #syntheticIdentity()},
 * {@link #isTimeSynced()}, {@link #serverNow()}, {@link #pollPendingGrants}, {@link #onFinalized}, {@link #async},
 * {@link #pause()}, {@link #resume()}, {@link #close()} and {@link #toString()}. Listeners are called and futures complete where
 * {@link KratyClientOptions.Builder#callbackExecutor} says; without it, on threads of the SDK.
 *
 * <p>Failed calls are repeated as {@link KratyRetryConfig} says, and a write that is repeated takes effect once. What fails for
 * good is a {@link KratyException}.
 *
 * <p>All threads of the SDK are daemons, so a program that forgets {@link #close()} still ends.
 *
 * @since 0.1.0
 */
public final class Kraty extends KratyView implements AutoCloseable {
    private final Wiring wiring;
    private final String name;

    /**
     * Connects with {@code options}; {@link #create(KratyClientOptions)} in another spelling. Does not block: nothing is sent,
     * and no disk is touched, until the first call.
     */
    public Kraty(KratyClientOptions options) {
        this(Checks.present("options", options).settings());
    }

    private Kraty(Settings settings) {
        this(new Wiring(settings), settings.baseUrl().toString());
    }

    private Kraty(Wiring wiring, String name) {
        super(wiring, RequestOptions.none());
        this.wiring = wiring;
        this.name = name;
    }

    private Engine engine() {
        return wiring.engine();
    }

    private Identity identity() {
        return engine().identity();
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
        Checks.present("options", options);
        Checks.pathSegment("externalPlayerId", externalPlayerId);
        Checks.present("store", store);
        if (options.settings().playerSecret() != null) {
            throw new IllegalArgumentException("playerSecret: the options must hold none, the store is asked for it");
        }
        Kraty kraty = new Kraty(options.settings().with(externalPlayerId, store));
        try {
            kraty.engine().connect(externalPlayerId, autoRotateOnConflict);
            return kraty;
        } catch (RuntimeException | Error e) {
            kraty.close();
            throw e;
        }
    }

    /** The active player's id; empty until the first call that needed one, and after {@link #logout()}. Never blocks. */
    public Optional<String> activeExternalPlayerId() {
        return Optional.ofNullable(identity().active()).map(PlayerCredentials::externalPlayerId);
    }

    /**
     * The name and avatar the platform picked for the active player, to show right after the first launch. Known if this
     * {@code Kraty} registered the player itself, in this session; empty for a player of an earlier launch, after
     * {@link #signIn} and after {@link #logout}. A name the player chooses later does not change it;
     * {@link PlayersClient#getAnonymizedIdentity()} asks the platform at any time. Never blocks.
     */
    public Optional<SyntheticIdentity> syntheticIdentity() {
        return Optional.ofNullable(identity().synthetic());
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
        engine().checkOpen();
        return identity().ensure();
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
        engine().checkOpen();
        identity().signIn(Checks.present("credentials", credentials));
        engine().playerChanged();
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
        engine().checkOpen();
        try {
            identity().logout();
        } finally {
            engine().playerChanged();
        }
    }

    /**
     * The app goes to the background: nothing is sent and no listener is called until {@link #resume()}. Subscriptions and
     * watches close their streams, pollers and heartbeats stand still, plain streams stay as they are but hold back what they
     * have, and those that are opened meanwhile connect afterwards. A request that is under way is let finish, and its future
     * completes; calls that the game makes meanwhile wait, and so do further attempts: until {@code resume()}, an interrupt,
     * {@link #close()} or their {@code totalTimeout}. The time does not count for who waits for a lobby. Never blocks.
     * Idempotent.
     *
     * @throws IllegalStateException if this is closed
     */
    public void pause() {
        engine().pause();
    }

    /**
     * The app is back: what was held back is told, subscriptions and watches connect at once (unless the platform asked to wait
     * for longer) and read what was missed, pollers and heartbeats that were due go on, and the server's clock is synced again if
     * it was before. Never blocks. Idempotent.
     * After a {@link #pause()}, also what the game calls when the system says that the network is back.
     *
     * @throws IllegalStateException if this is closed
     */
    public void resume() {
        engine().resume();
    }

    /**
     * Tells {@code listener} how boards ended that players of this {@code Kraty} were on, also those that ended while the game
     * was not running:
     *
     * <pre>{@code
     * kraty.onFinalized(result -> showStandings(result.externalPlayerId(), result.selfRank(), result.standings()));
     * kraty.checkFinalizations(); // at the start; blocks
     * }</pre>
     *
     * <p>Which boards those are is kept between launches ({@link KratyClientOptions.Builder#membershipStore}), for each player:
     * those of {@link EventsClient#start} and of {@code join}, and configured ones with a score. A start that the platform took
     * but that did not return here, because the process died or the answer was lost, is taken up by
     * {@link #checkFinalizations()} as long as the attempt is open, if all players share the event's board; of other events,
     * the platform does not say which board it was, and calling {@code start} again is what keeps it.
     *
     * <p>That a board of an event is final is found out by any stream of it that is open, by any subscription to
     * it, also one that was paused or without its stream at the end, and by {@link #checkFinalizations()}; that a
     * period of a configured board is over, by the latter. A result is kept, then given to all listeners, of whom
     * none waits for another, and is done with when one of them has returned normally. Else it comes again: with
     * the next listener, at the next check, at the next launch. What waits from earlier is given to a new listener
     * in the background, soon after this returns.
     *
     * @param listener is called where {@link KratyClientOptions.Builder#callbackExecutor} says; without it, on
     *     threads of the SDK, or on that of whoever checks, who waits for all that are not busy with another
     *     result
     * @return ends it, and never blocks; doing so again does nothing
     * @throws IllegalStateException if this is closed
     */
    public Runnable onFinalized(FinalizationListener listener) {
        engine().checkOpen();
        return engine().finalizations().add(Checks.present("listener", listener));
    }

    /** Whether {@link #syncTime()} succeeded before, so that {@link #serverNow()} has an answer. Never blocks. */
    public boolean isTimeSynced() {
        return engine().clock().isSynced();
    }

    /**
     * The server's time now, to compare with what the platform says of starts and ends. Asks nobody and never blocks, so it
     * may be called every frame, from any thread. It counts on from the last {@link #syncTime()} on a clock that nobody can
     * set, and does not go back until the next one.
     *
     * @throws IllegalStateException before the first {@link #syncTime()} that succeeds
     */
    public Instant serverNow() {
        return engine().clock().now();
    }

    /**
     * Ends streams, pollers and calls under way, and releases connections and threads, as far as the SDK made them: an HTTP
     * client or a store of the game's stays open. Never blocks, on any thread: what touches the network is done in the
     * background, on a daemon thread that ends by itself.
     *
     * <p>Nothing is sent any more. Later calls throw {@link IllegalStateException}, and so do those under way, also those that
     * wait for a player or for the secret store, within a fraction of a second; their cause says how far they came. Whether a
     * write of that kind took effect is unknown; the next launch may repeat it with the same idempotency key. Idempotent.
     *
     * <p>What the platform has done by then, and what a listener has taken, is still kept: within milliseconds, or
     * for as long as the disk takes, and by daemon threads, so as long as the process lives.
     *
     * <p>Nothing of the SDK's keeps a plugin's class loader then: its threads end, and it has no shutdown hooks. OkHttp's idle
     * threads ({@code OkHttp TaskRunner}, {@code Okio Watchdog}, and those of the dispatcher of a client of the game's) end by
     * themselves after a minute or a little more; until then they remember, on a JDK before 24, the classes that were calling
     * when they were started, and on every JDK the context class loader of that thread.
     */
    @Override
    public void close() {
        engine().close();
    }

    /** Where it goes and who is playing; never a key or a secret. Never blocks. */
    @Override
    public String toString() {
        return "Kraty[" + name + ", player=" + activeExternalPlayerId().orElse("not resolved") + "]";
    }
}
