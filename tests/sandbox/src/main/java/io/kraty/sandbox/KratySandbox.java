package io.kraty.sandbox;

import io.kraty.api.model.Grant;
import io.kraty.sandbox.internal.game.ApiError;
import io.kraty.sandbox.internal.game.DemoCatalog;
import io.kraty.sandbox.internal.game.Player;
import io.kraty.sandbox.internal.game.Settings;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.http.SandboxServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Kraty backend for one process: an HTTP server on the loopback interface that plays the client API of a small demo
 * game with real state.
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
 */
public final class KratySandbox implements AutoCloseable {
    private final SandboxServer server;
    private final World world;

    private KratySandbox(SandboxServer server) {
        this.server = server;
        this.world = server.world();
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
        return "http://127.0.0.1:" + port();
    }

    /** The port the server listens on. */
    public int port() {
        return server.port();
    }

    /** The SDK key of the game. */
    public String apiKey() {
        return server.keys().sdkKey();
    }

    /** A key that exists, but belongs to game servers: client calls with it are {@code 403 forbidden}. */
    public String serverApiKey() {
        return server.keys().serverKey();
    }

    /** The external ids of the registered players, in the order of registration. */
    public List<String> players() {
        return world.call(() -> world.players().ids());
    }

    /** The secret the player has now, to sign in on another device; empty if not registered. */
    public Optional<String> secretOf(String externalPlayerId) {
        return world.call(() ->
                Optional.ofNullable(world.players().find(externalPlayerId)).map(Player::secret));
    }

    /** The latest requests, oldest first; at most 10,000. A request is here before its answer is sent. */
    public List<RecordedRequest> requests() {
        return server.requests();
    }

    /** Every change of a holding, oldest first. */
    public List<LedgerEntry> ledger() {
        return world.call(() -> world.holdings().ledger());
    }

    /** All grants the player ever got, oldest first, whatever became of them. */
    public List<Grant> grants(String externalPlayerId) {
        return world.call(() -> world.grants().all(find(externalPlayerId)));
    }

    /** How many streams are open. A client that went away counts until the next write to it fails. */
    public int openStreams() {
        return server.streams();
    }

    /** Gives the player a reward to claim: an amount of a currency or a progression. */
    public void grantCurrency(String externalPlayerId, String economyKey, long amount) {
        requirePositive(amount);
        require(DemoCatalog.economyKeys(), economyKey);
        with(externalPlayerId, player -> world.grants().giveCurrency(player, economyKey, amount));
    }

    /** Gives the player a reward to claim: some of an item. */
    public void grantItem(String externalPlayerId, String itemKey, long quantity) {
        requirePositive(quantity);
        require(DemoCatalog.itemKeys(), itemKey);
        with(externalPlayerId, player -> world.grants().giveItem(player, itemKey, quantity));
    }

    /** Gives the player a crate to open. */
    public void grantCrate(String externalPlayerId, String crateItemKey) {
        require(DemoCatalog.itemKeys(), crateItemKey);
        with(externalPlayerId, player -> world.grants().giveCrate(player, crateItemKey));
    }

    /**
     * Puts an amount straight into the player's wallet.
     *
     * @throws IllegalStateException if the studio keeps the holdings
     */
    public void credit(String externalPlayerId, String economyKey, long amount) {
        requirePositive(amount);
        require(DemoCatalog.economyKeys(), economyKey);
        with(externalPlayerId, player -> world.credit(player, economyKey, amount));
    }

    /**
     * Makes friends of two players, without either asking.
     *
     * @throws IllegalArgumentException also if they are friends already, or one has blocked the other
     */
    public void befriend(String externalPlayerId, String otherExternalPlayerId) {
        with(externalPlayerId, player -> world.social().friends().befriend(player, find(otherExternalPlayerId)));
    }

    /** Refuses all writes of this player from now on, registered or not. Reads still work. */
    public void ban(String externalPlayerId) {
        run(() -> world.players().ban(externalPlayerId));
    }

    /** Replaces the player's secret, as a registration by force on another device would; the new one. */
    public String rotateSecret(String externalPlayerId) {
        return world.call(() -> world.players().rotate(find(externalPlayerId)));
    }

    /** Lets one bot of each board score, whatever the time. */
    public void tickBots() {
        run(world::tickBots);
    }

    /** Gives all free places of a forming lobby to bots, so that it becomes active. */
    public void fillLobby(String lobbyId) {
        run(() -> world.lobbies().fill(lobbyId));
    }

    /** Closes a lobby, and finalizes its board if there is one. */
    public void closeLobby(String lobbyId) {
        run(() -> world.lobbies().close(lobbyId));
    }

    /** Finalizes the board of an event, with the reason {@code session_terminated}, and hands out its rewards. */
    public void finalizeBoard(String leaderboardId) {
        run(() -> world.eventBoards().terminate(leaderboardId));
    }

    /** Closes the event's current window early. There is none until the next one would have begun anyway. */
    public void closeWindow(String eventKey) {
        run(() -> world.events().closeWindow(eventKey));
    }

    /** Breaks all open streams, as a network failure would: without an end that a client could take for a proper one. */
    public void dropStreams() {
        server.cutStreams();
    }

    /** Adds trouble for requests to come, behind what there is already. */
    public void addTrouble(Trouble... trouble) {
        server.troubles().add(List.of(trouble));
    }

    /** The trouble that was added, whether or not there is anything left of it. */
    public List<Trouble> trouble() {
        return server.troubles().all();
    }

    /** Lets everything go well again. Delays that have begun, and connections that were refused for a time, go on. */
    public void clearTrouble() {
        server.troubles().clear();
    }

    /** Breaks all connections, streams included, and refuses new ones until {@link #goOnline}. */
    public void goOffline() {
        server.goOffline();
    }

    /** Takes connections again, on the same port, also if trouble has them refused at the moment. */
    public void goOnline() {
        server.goOnline();
    }

    /** Ends all streams and stops. Further calls do nothing. */
    @Override
    public void close() {
        server.close();
    }

    private void with(String externalPlayerId, Consumer<Player> action) {
        run(() -> action.accept(find(externalPlayerId)));
    }

    private void run(Runnable action) {
        try {
            world.call(() -> {
                action.run();
                return true;
            });
        } catch (ApiError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Player find(String externalPlayerId) {
        Player player = world.players().find(externalPlayerId);
        if (player == null) {
            throw new IllegalArgumentException("not registered: " + externalPlayerId);
        }
        return player;
    }

    private static void requirePositive(long amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("must be at least 1, was " + amount);
        }
    }

    private static void require(List<String> catalog, String key) {
        if (!catalog.contains(key)) {
            throw new IllegalArgumentException("not in the catalog: " + key + ", only " + catalog);
        }
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private int port;
        private Clock clock = Clock.systemUTC();
        private long seed = 1;
        private Duration lobbyFillTime = Duration.ofSeconds(4);
        private Duration botInterval = Duration.ofMillis(700);
        private Duration heartbeat = Duration.ofSeconds(15);
        private InventoryManagement inventory = InventoryManagement.PLATFORM;
        private boolean liveKey;
        private boolean gifting = true;
        private boolean keepsStampedKey;

        private Builder() {}

        /** The port to listen on. Defaults to 0, which takes a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** The time that all rules go by. Defaults to the system's. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Where ids, names, secrets and dice come from. Defaults to 1. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** How long a lobby waits before bots take its free places. Defaults to 4 s. */
        public Builder lobbyFillTime(Duration lobbyFillTime) {
            this.lobbyFillTime = requireNotNegative(lobbyFillTime);
            return this;
        }

        /** How often one bot of a board scores. Defaults to 700 ms; zero means never by themselves. */
        public Builder botInterval(Duration botInterval) {
            this.botInterval = requireNotNegative(botInterval);
            return this;
        }

        /** How often streams carry a heartbeat, in real time. Defaults to 15 s; zero means never. */
        public Builder heartbeat(Duration heartbeat) {
            this.heartbeat = requireNotNegative(heartbeat);
            return this;
        }

        /** Who keeps the holdings. Defaults to {@link InventoryManagement#PLATFORM}. */
        public Builder inventoryManagement(InventoryManagement inventory) {
            this.inventory = inventory;
            return this;
        }

        /** Whether the key is a live one, for which {@code force} is refused. Defaults to false. */
        public Builder liveKey(boolean liveKey) {
            this.liveKey = liveKey;
            return this;
        }

        /** Whether friends may give each other anything. Defaults to true. */
        public Builder gifting(boolean gifting) {
            this.gifting = gifting;
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
            // The platform's timestamps have milliseconds at most.
            Clock millis = Clock.tick(clock, Duration.ofMillis(1));
            Settings settings = new Settings(
                    millis, seed, lobbyFillTime, botInterval, inventory, liveKey, gifting, keepsStampedKey);
            return new KratySandbox(new SandboxServer(settings, port, heartbeat));
        }

        private static Duration requireNotNegative(Duration duration) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("must not be negative, was " + duration);
            }
            return duration;
        }
    }
}
