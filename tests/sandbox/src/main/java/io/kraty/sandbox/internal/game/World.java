package io.kraty.sandbox.internal.game;

import io.kraty.api.model.Leaderboard;
import io.kraty.sandbox.ResourceKind;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The whole game. One lock guards all of it: enter through {@link #call} and touch nothing outside of that. Rules are
 * simple arithmetic, so one lock is fast enough and makes every call atomic.
 */
public final class World {
    private final Settings settings;
    private final Holdings holdings;
    private final Grants grants;
    private final Players players;
    private final BoardViews views;
    private final EventBoards boards;
    private final ConfiguredBoards configured;
    private final Lobbies lobbies;
    private final Events events;
    private final Progress progress;
    private final Social social;

    public World(Settings settings, BoardFeed feed) {
        this.settings = settings;
        Seeds seeds = new Seeds(settings.seed());
        configured = new ConfiguredBoards(settings, seeds);
        holdings = new Holdings(settings, configured::earned);
        grants = new Grants(settings, seeds, holdings);
        players = new Players(settings, seeds, holdings, grants);
        views = new BoardViews(holdings, players);
        boards = new EventBoards(settings, seeds, grants, views, feed);
        lobbies = new Lobbies(settings, seeds, boards);
        Windows windows = new Windows(settings, seeds, boards);
        events = new Events(settings, seeds, holdings, boards, lobbies, windows, DemoGame.events());
        progress = new Progress(settings, boards, grants);
        social = new Social(settings, seeds, players, holdings, grants);
    }

    /** Does something to the world, after time has done what it had to do. */
    public synchronized <T> T call(Supplier<T> action) {
        events.advance();
        return action.get();
    }

    /** Lets time pass where nobody asks. */
    public synchronized void advance() {
        events.advance();
        boards.advanceAll();
    }

    public Players players() {
        return players;
    }

    public Holdings holdings() {
        return holdings;
    }

    public Grants grants() {
        return grants;
    }

    public Events events() {
        return events;
    }

    public Progress progress() {
        return progress;
    }

    public Social social() {
        return social;
    }

    public Lobbies lobbies() {
        return lobbies;
    }

    public EventBoards eventBoards() {
        return boards;
    }

    /** Reads a configured board; a null {@code period} is the current one. */
    public Leaderboard configuredBoard(String key, @Nullable Instant period, BoardRead read) {
        return configured.read(key, period, read, views);
    }

    /** One bot of each board scores. */
    public void tickBots() {
        boards.tick();
        configured.tick();
    }

    /** Puts something straight into the wallet. */
    public void credit(Player player, String economyKey, long amount) {
        if (!settings.keepsHoldings()) {
            throw new IllegalStateException("The studio keeps the holdings of this game.");
        }
        holdings.credit(player, ResourceKind.BALANCE, economyKey, amount, "credit");
    }
}
