package io.kraty.sandbox.internal.engine;

import io.kraty.api.model.CrateRewardEntry;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.Grant;
import io.kraty.api.model.ItemRewardEntry;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.SandboxClock;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.http.SandboxServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Steers a sandbox, and looks into it. What each method does is said where it is public; this is what the facade and the
 * control API have in common, below both.
 *
 * <p>Methods that act on something throw {@link IllegalArgumentException} if it does not exist.
 */
public final class Engine {
    private final SandboxServer server;
    private final World world;
    private final SandboxClock clock;
    private final Runnable rewind;
    private final List<Trouble> initialTrouble;
    private final boolean leftOutNulls;

    /**
     * Makes the trouble that there is from the start.
     *
     * @param clock the time that the world goes by
     * @param rewind takes the clock back to where it began
     */
    public Engine(SandboxServer server, SandboxClock clock, Runnable rewind, List<Trouble> initialTrouble) {
        this.server = server;
        this.world = server.world();
        this.clock = clock;
        this.rewind = rewind;
        this.initialTrouble = initialTrouble;
        this.leftOutNulls = server.leavesOutNulls();
        server.troubles().add(initialTrouble);
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.port();
    }

    public String apiKey() {
        return server.keys().sdkKey();
    }

    public String serverApiKey() {
        return server.keys().serverKey();
    }

    public SandboxClock clock() {
        return clock;
    }

    public List<String> players() {
        return world.call(() -> world.players().ids());
    }

    public String register(String externalPlayerId) {
        if (externalPlayerId.isEmpty()) {
            throw new IllegalArgumentException("externalPlayerId must not be empty");
        }
        return call(() -> world.players().register(externalPlayerId, false).secret());
    }

    public Optional<String> secretOf(String externalPlayerId) {
        return world.call(() ->
                Optional.ofNullable(world.players().find(externalPlayerId)).map(Player::secret));
    }

    public List<RecordedRequest> requests() {
        return server.requests();
    }

    public List<Grant> grantsOf(String externalPlayerId) {
        return world.call(() -> world.grants().all(find(externalPlayerId)));
    }

    public List<LedgerEntry> ledger() {
        return world.call(() -> world.holdings().ledger());
    }

    public Map<String, Integer> sizes() {
        return world.sizes();
    }

    public int openStreams() {
        return server.streams();
    }

    public void grantCurrency(String externalPlayerId, String economyKey, long amount) {
        requirePositive("amount", amount);
        require("economyKey", economyKey, world.game().economyKeys());
        with(
                externalPlayerId,
                player -> give(player, new CurrencyRewardEntry(economyKey, RewardAmount.of((double) amount))));
    }

    public void grantItem(String externalPlayerId, String itemKey, long quantity) {
        requirePositive("quantity", quantity);
        require("itemKey", itemKey, world.game().itemKeys());
        with(
                externalPlayerId,
                player -> give(player, new ItemRewardEntry(itemKey, RewardAmount.of((double) quantity), Map.of())));
    }

    public void grantCrate(String externalPlayerId, String crateItemKey) {
        require("crateItemKey", crateItemKey, List.copyOf(world.game().crates().keySet()));
        with(externalPlayerId, player -> give(player, new CrateRewardEntry(crateItemKey, RewardAmount.of(1.0))));
    }

    public List<Grant> grant(String externalPlayerId, List<RewardEntry> entries) {
        return call(() -> world.grants().give(find(externalPlayerId), List.copyOf(entries)));
    }

    public void credit(String externalPlayerId, String economyKey, long amount) {
        requirePositive("amount", amount);
        require("economyKey", economyKey, world.game().economyKeys());
        with(externalPlayerId, player -> world.credit(player, economyKey, amount));
    }

    public void befriend(String externalPlayerId, String otherExternalPlayerId) {
        with(externalPlayerId, player -> world.social().friends().befriend(player, find(otherExternalPlayerId)));
    }

    public void ban(String externalPlayerId) {
        run(() -> world.players().ban(externalPlayerId));
    }

    public String rotateSecret(String externalPlayerId) {
        return world.call(() -> world.players().rotate(find(externalPlayerId)));
    }

    public void tickBots() {
        run(world::tickBots);
    }

    public void fillLobby(String lobbyId) {
        run(() -> world.lobbies().fill(lobbyId));
    }

    public void closeLobby(String lobbyId) {
        run(() -> world.lobbies().close(lobbyId));
    }

    public void finalizeBoard(String leaderboardId) {
        run(() -> world.eventBoards().terminate(leaderboardId));
    }

    public void openWindow(String eventKey, Duration length) {
        requirePositive("length", length);
        run(() -> world.events().openWindow(eventKey, length));
    }

    public void closeWindow(String eventKey) {
        run(() -> world.events().closeWindow(eventKey));
    }

    public void endPeriod(String boardKey) {
        run(() -> world.configuredBoards().endPeriod(boardKey));
    }

    public void dropStreams() {
        server.cutStreams();
    }

    public void addTrouble(List<Trouble> trouble) {
        server.troubles().add(trouble);
    }

    public List<Trouble> trouble() {
        return server.troubles().all();
    }

    public void clearTrouble() {
        server.troubles().clear();
    }

    public boolean leavesOutNulls() {
        return server.leavesOutNulls();
    }

    public void leaveOutNulls(boolean leaveOut) {
        server.leaveOutNulls(leaveOut);
    }

    public void goOffline() {
        server.goOffline();
    }

    public void goOffline(Duration time) {
        requirePositive("time", time);
        server.goOffline(time);
    }

    public void reset() {
        rewind.run();
        server.reset();
        server.troubles().add(initialTrouble);
        server.leaveOutNulls(leftOutNulls);
    }

    public void goOnline() {
        server.goOnline();
    }

    public void close() {
        server.close();
    }

    private void give(Player player, RewardEntry entry) {
        world.grants().give(player, List.of(entry));
    }

    private void with(String externalPlayerId, Consumer<Player> action) {
        run(() -> action.accept(find(externalPlayerId)));
    }

    private void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    private <T> T call(Supplier<T> action) {
        try {
            return world.call(action);
        } catch (ApiError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Player find(String externalPlayerId) {
        Player player = world.players().find(externalPlayerId);
        if (player == null) {
            throw new IllegalArgumentException("externalPlayerId must be registered, was " + externalPlayerId);
        }
        return player;
    }

    private static void requirePositive(String name, long amount) {
        if (amount < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + amount);
        }
    }

    private static void requirePositive(String name, Duration time) {
        if (time.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(name + " must be at least a millisecond, was " + time);
        }
    }

    private static void require(String name, String key, List<String> catalog) {
        if (!catalog.contains(key)) {
            throw new IllegalArgumentException(name + " must be one of the catalog's " + catalog + ", was " + key);
        }
    }
}
