package io.kraty.sandbox;

import io.kraty.api.model.Grant;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.internal.control.Control;
import io.kraty.sandbox.internal.control.ControlHandler;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.engine.Engine;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.http.SandboxServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A Kraty backend for one process: an HTTP server on the loopback interface that plays the client API with real state,
 * for a game from a file or for a small demo game.
 *
 * <pre>{@code
 * try (KratySandbox sandbox = KratySandbox.start()) {
 *     // give sandbox.baseUrl() and sandbox.apiKey() to the client
 * }
 * }</pre>
 *
 * <p>Everything a client can see follows from the seed, the clock and the order of the requests. Nothing is kept beyond
 * {@link #close}. Safe to use from several threads. All of its threads are daemons.
 *
 * <p>One thing reaches beyond this object: an error inside the sandbox goes to the logger {@code io.kraty.sandbox}.
 *
 * <p>Methods that act on something throw {@link IllegalArgumentException} if it does not exist.
 *
 * <p>Where the API's contract is silent, the sandbox had to choose; such places are marked {@code [choice]} in its
 * source.
 *
 * @since 0.1.0
 */
public final class KratySandbox implements AutoCloseable {
    private final Engine engine;

    private KratySandbox(Engine engine) {
        this.engine = engine;
    }

    /** Starts with all defaults, on a free port. */
    public static KratySandbox start() {
        return builder().start();
    }

    /** Starts with all defaults, to be changed before starting. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where the server listens: {@code http://127.0.0.1:} and the port. */
    public String baseUrl() {
        return engine.baseUrl();
    }

    /** The port the server listens on. */
    public int port() {
        return engine.port();
    }

    /** The SDK key of the game. */
    public String apiKey() {
        return engine.apiKey();
    }

    /** A key that exists, but belongs to game servers: client calls with it are {@code 403 forbidden}. */
    public String serverApiKey() {
        return engine.serverApiKey();
    }

    /** The time that all rules go by, to be stopped and moved. */
    public SandboxClock clock() {
        return engine.clock();
    }

    /** The external ids of the registered players, in the order of registration. */
    public List<String> players() {
        return engine.players();
    }

    /**
     * Registers a player without a request of the player's own.
     *
     * @return the player's secret
     * @throws IllegalArgumentException if the player is registered already
     */
    public String register(String externalPlayerId) {
        return engine.register(externalPlayerId);
    }

    /** The secret the player has now, to sign in on another device; empty if not registered. */
    public Optional<String> secretOf(String externalPlayerId) {
        return engine.secretOf(externalPlayerId);
    }

    /** The latest requests, oldest first; at most 10,000. A request is here before its answer is sent. */
    public List<RecordedRequest> requests() {
        return engine.requests();
    }

    /**
     * Everything the player was given, whatever became of it, oldest first. Of what was claimed or has lapsed, the latest
     * 1,000.
     */
    public List<Grant> grantsOf(String externalPlayerId) {
        return engine.grantsOf(externalPlayerId);
    }

    /**
     * Every change of a holding, oldest first. Of more than 100,000, the oldest are added up, one entry per holding, with
     * the reason {@code carried_forward}.
     */
    public List<LedgerEntry> ledger() {
        return engine.ledger();
    }

    /** How much is kept of each kind of thing that would pile up otherwise. */
    Map<String, Integer> sizes() {
        return engine.sizes();
    }

    /** How many streams are open. A client that went away counts until the next write to it fails. */
    public int openStreams() {
        return engine.openStreams();
    }

    /** Gives the player a reward to claim: an amount of a currency or a progression. */
    public void grantCurrency(String externalPlayerId, String economyKey, long amount) {
        engine.grantCurrency(externalPlayerId, economyKey, amount);
    }

    /** Gives the player a reward to claim: some of an item. */
    public void grantItem(String externalPlayerId, String itemKey, long quantity) {
        engine.grantItem(externalPlayerId, itemKey, quantity);
    }

    /** Gives the player a crate to open. */
    public void grantCrate(String externalPlayerId, String crateItemKey) {
        engine.grantCrate(externalPlayerId, crateItemKey);
    }

    /**
     * Gives the player rewards to claim: one grant with all currencies and items of {@code entries}, and one more for
     * each crate. Ranges are rolled.
     */
    public List<Grant> grant(String externalPlayerId, List<RewardEntry> entries) {
        return engine.grant(externalPlayerId, entries);
    }

    /**
     * Puts an amount straight into the player's wallet.
     *
     * @throws IllegalStateException if the studio keeps the holdings
     */
    public void credit(String externalPlayerId, String economyKey, long amount) {
        engine.credit(externalPlayerId, economyKey, amount);
    }

    /**
     * Makes friends of two players, without either asking.
     *
     * @throws IllegalArgumentException also if they are friends already, or one has blocked the other
     */
    public void befriend(String externalPlayerId, String otherExternalPlayerId) {
        engine.befriend(externalPlayerId, otherExternalPlayerId);
    }

    /** Refuses all writes of this player from now on, registered or not. Reads still work. */
    public void ban(String externalPlayerId) {
        engine.ban(externalPlayerId);
    }

    /** Replaces the player's secret, as a registration by force on another device would; the new one. */
    public String rotateSecret(String externalPlayerId) {
        return engine.rotateSecret(externalPlayerId);
    }

    /** Lets one bot of each board score, whatever the time. */
    public void tickBots() {
        engine.tickBots();
    }

    /** Gives all free places of a forming lobby to bots, so that it becomes active. */
    public void fillLobby(String lobbyId) {
        engine.fillLobby(lobbyId);
    }

    /** Closes a lobby, and finalizes its board if there is one. */
    public void closeLobby(String lobbyId) {
        engine.closeLobby(lobbyId);
    }

    /** Finalizes the board of an event, with the reason {@code session_terminated}, and hands out its rewards. */
    public void finalizeBoard(String leaderboardId) {
        engine.finalizeBoard(leaderboardId);
    }

    /**
     * Opens a window of the event now, whatever its schedule says, for {@code length}. One that is open is closed first.
     */
    public void openWindow(String eventKey, Duration length) {
        engine.openWindow(eventKey, length);
    }

    /** Closes the event's current window early. There is none until the next one would have begun anyway. */
    public void closeWindow(String eventKey) {
        engine.closeWindow(eventKey);
    }

    /**
     * Ends the running period of a configured board now: its places move up and down, and another period begins, which
     * ends when the calendar says.
     *
     * @throws IllegalArgumentException also if the period has begun at this very moment
     */
    public void endPeriod(String boardKey) {
        engine.endPeriod(boardKey);
    }

    /** Breaks all open streams, as a network failure would: without an end that a client could take for a proper one. */
    public void dropStreams() {
        engine.dropStreams();
    }

    /** Adds trouble for requests to come, behind what there is already. */
    public void addTrouble(Trouble... trouble) {
        engine.addTrouble(List.of(trouble));
    }

    /** The trouble that was added, whether or not there is anything left of it. */
    public List<Trouble> trouble() {
        return engine.trouble();
    }

    /** Lets everything go well again. Delays that have begun, and connections that were refused for a time, go on. */
    public void clearTrouble() {
        engine.clearTrouble();
    }

    /** Whether answers are without the fields that are null. */
    public boolean leavesOutNulls() {
        return engine.leavesOutNulls();
    }

    /**
     * Leaves the fields that are null out of answers to come, or writes them again. What the API says is always there is
     * written otherwise, as null if there is nothing; a client has to take both alike. Nulls within a game's own data, such
     * as metadata, are written in any case, and repetitions with an idempotency key are as the first answer was.
     */
    public void leaveOutNulls(boolean leaveOut) {
        engine.leaveOutNulls(leaveOut);
    }

    /** Breaks all connections, streams included, and refuses new ones until {@link #goOnline}. */
    public void goOffline() {
        engine.goOffline();
    }

    /**
     * Breaks streams and refuses new connections for some real time. Requests under way are still answered.
     *
     * @param time how long; {@link #goOnline} ends it early
     */
    public void goOffline(Duration time) {
        engine.goOffline(time);
    }

    /**
     * Forgets everything that happened, requests and trouble included, and begins anew: as it was when it started, with
     * the same port and keys. Streams break.
     */
    public void reset() {
        engine.reset();
    }

    /** Takes connections again, on the same port, also if trouble has them refused at the moment. */
    public void goOnline() {
        engine.goOnline();
    }

    /** Ends all streams and stops. Further calls do nothing. */
    @Override
    public void close() {
        engine.close();
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private int port;
        private Clock clock = Clock.systemUTC();
        private @Nullable Instant startAt;
        private boolean frozen;
        private double speed = 1;
        private long seed = 1;
        private Duration heartbeat = Duration.ofSeconds(15);
        private final List<UnaryOperator<GameDefinition>> changes = new ArrayList<>();
        private boolean keepsStampedKey;
        private int rememberedKeys = 200_000;
        private boolean leavesOutNulls;
        private @Nullable GameDefinition game;
        private List<Trouble> trouble = List.of();
        private Consumer<RecordedRequest> onRequest = request -> {};

        private Builder() {}

        /** The port to listen on. Defaults to 0, which takes a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** The game to play. Defaults to {@link Game#demo}. */
        public Builder game(Game game) {
            return game(game.definition());
        }

        /** The same, without a file. */
        Builder game(GameDefinition game) {
            this.game = game;
            return this;
        }

        /** What goes wrong from the start. Defaults to nothing. */
        public Builder trouble(List<Trouble> trouble) {
            this.trouble = List.copyOf(trouble);
            return this;
        }

        /** Told of each request before its answer is sent, one after the other. Must not take long. Defaults to nobody. */
        public Builder onRequest(Consumer<RecordedRequest> onRequest) {
            this.onRequest = onRequest;
            return this;
        }

        /** The time outside, which {@link KratySandbox#clock()} follows unless told otherwise. Defaults to the system's. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** What time it is when the sandbox starts. Defaults to the time outside. */
        public Builder startAt(Instant startAt) {
            this.startAt = startAt;
            return this;
        }

        /** Whether time stands still at first. Defaults to false. */
        public Builder frozen(boolean frozen) {
            this.frozen = frozen;
            return this;
        }

        /** How many seconds pass per second outside; above 0, at most 1,000,000. Defaults to 1. */
        public Builder speed(double speed) {
            this.speed = speed;
            return this;
        }

        /** Where ids, names, secrets and dice come from. Defaults to 1. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** How long a lobby waits for players, in all events. Defaults to what the game says. */
        public Builder lobbyFillTime(Duration lobbyFillTime) {
            requireNotNegative("lobbyFillTime", lobbyFillTime);
            return change(game -> game.withEvents(game.events().stream()
                    .map(event -> event.withLobbyFillTime(lobbyFillTime))
                    .toList()));
        }

        /** How often one bot of a board scores. Defaults to what the game says; zero means never by themselves. */
        public Builder botInterval(Duration botInterval) {
            requireNotNegative("botInterval", botInterval);
            return change(game -> game.withSettings(game.settings().withBotInterval(botInterval)));
        }

        /** How often streams carry a heartbeat, in real time. Defaults to 15 s; zero means never. */
        public Builder heartbeat(Duration heartbeat) {
            requireNotNegative("heartbeat", heartbeat);
            this.heartbeat = heartbeat;
            return this;
        }

        /** Who keeps the holdings. Defaults to what the game says. */
        public Builder inventoryManagement(InventoryManagement inventory) {
            return change(game -> game.withSettings(game.settings().withInventory(inventory)));
        }

        /** Whether the key is a live one, for which {@code force} is refused. Defaults to what the game says. */
        public Builder liveKey(boolean liveKey) {
            return change(game -> game.withSettings(game.settings().withLiveKey(liveKey)));
        }

        /** Whether friends may give each other anything. Defaults to what the game says. */
        public Builder gifting(boolean gifting) {
            return change(game -> game.withGifts(game.gifts().withEnabled(gifting)));
        }

        /**
         * How many idempotency keys the sandbox remembers for their 24 hours; at least 1. Of more, the oldest are
         * forgotten early, and what repeats them is carried out again. Each takes about a kilobyte. Defaults to 200,000;
         * a test that sends more writes within a day of the sandbox's time needs more.
         */
        public Builder rememberedKeys(int rememberedKeys) {
            requirePositive("rememberedKeys", rememberedKeys);
            this.rememberedKeys = rememberedKeys;
            return this;
        }

        /**
         * Whether answers are without the fields that are null, to find out whether a client takes absent and null alike.
         * Defaults to false: what the API says is always there is always written. {@link KratySandbox#leaveOutNulls}
         * changes it later.
         */
        public Builder leaveOutNulls(boolean leaveOutNulls) {
            this.leavesOutNulls = leaveOutNulls;
            return this;
        }

        /**
         * Whether an {@code idempotencyKey} in a player's metadata is kept as if it were the game's own data, to find
         * out whether a client puts one there. Defaults to false: it is taken out.
         */
        public Builder keepMetadataKey(boolean keepMetadataKey) {
            this.keepsStampedKey = keepMetadataKey;
            return this;
        }

        /**
         * Starts the server.
         *
         * @throws java.io.UncheckedIOException if the port is taken
         */
        public KratySandbox start() {
            GameDefinition played = game == null ? Game.demo().definition() : game;
            for (UnaryOperator<GameDefinition> change : changes) {
                played = change.apply(played);
            }
            SandboxClock steered = new SandboxClock(clock, startAt, frozen, speed);
            Settings settings = new Settings(steered, seed, keepsStampedKey, played.settings());
            SandboxServer server =
                    new SandboxServer(played, settings, port, heartbeat, rememberedKeys, leavesOutNulls, onRequest);
            steered.onMove(server.world()::advance);
            Engine engine = new Engine(server, steered, steered::reset, trouble);
            server.mount(ControlHandler.ROOT, new ControlHandler(new Control(engine, server.world())));
            server.start();
            return new KratySandbox(engine);
        }

        private Builder change(UnaryOperator<GameDefinition> change) {
            changes.add(change);
            return this;
        }

        private static void requirePositive(String name, long number) {
            if (number < 1) {
                throw new IllegalArgumentException(name + " must be at least 1, was " + number);
            }
        }

        private static void requireNotNegative(String name, Duration duration) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException(name + " must not be negative, was " + duration);
            }
        }
    }
}
