package io.kraty.sandbox.internal.game;

import io.kraty.api.model.ChangeOrigin;
import io.kraty.api.model.ServerTime;
import io.kraty.sandbox.ResourceKind;
import java.util.function.Supplier;

/**
 * The whole game. One lock guards all of it: enter through {@link #call} and touch nothing outside of that. Rules are
 * simple arithmetic, so one lock is fast enough and makes every call atomic.
 */
public final class World {
    private final Settings settings;
    private final Holdings holdings;
    private final Grants grants;
    private final Players players;
    private final EventBoards boards;
    private final ConfiguredBoards configured;
    private final Lobbies lobbies;
    private final Events events;
    private final Progress progress;
    private final Social social;
    private final Profiles profiles;
    private final Progressions progressions;
    private final SelfGrants selfGrants;
    private final Purchases purchases;

    public World(Settings settings, BoardFeed boardFeed, HoldingsFeed holdingsFeed) {
        this.settings = settings;
        Seeds seeds = new Seeds(settings.seed());
        holdings = new Holdings(settings, seeds, holdingsFeed);
        grants = new Grants(settings, seeds, holdings, holdingsFeed);
        players = new Players(settings, seeds, holdings, grants);
        BoardViews views = new BoardViews(holdings, players);
        configured = new ConfiguredBoards(settings, seeds, views, players, holdings);
        boards = new EventBoards(settings, seeds, grants, views, boardFeed);
        lobbies = new Lobbies(settings, seeds, boards);
        Windows windows = new Windows(settings, seeds, boards);
        events = new Events(settings, seeds, holdings, boards, lobbies, windows, DemoGame.events());
        progress = new Progress(settings, boards, grants);
        social = new Social(settings, seeds, players, holdings, grants);
        profiles = new Profiles(settings, players);
        progressions = new Progressions(settings, holdings, grants);
        selfGrants = new SelfGrants(settings, grants);
        purchases = new Purchases(settings, seeds);
        holdings.listen(configured);
        holdings.listen(progressions);
    }

    /** Does something to the world, after time has done what it had to do. */
    public synchronized <T> T call(Supplier<T> action) {
        events.advance();
        configured.advance();
        return action.get();
    }

    /** Lets time pass where nobody asks. */
    public synchronized void advance() {
        events.advance();
        configured.advance();
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

    public ConfiguredBoards configuredBoards() {
        return configured;
    }

    public Profiles profiles() {
        return profiles;
    }

    public Progressions progressions() {
        return progressions;
    }

    public SelfGrants selfGrants() {
        return selfGrants;
    }

    public Purchases purchases() {
        return purchases;
    }

    /** The time now, as shown in a zone. */
    public ServerTime time(String zone) {
        return ServerClock.read(settings.clock().instant(), zone);
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
        holdings.change(player, ResourceKind.BALANCE, economyKey, amount, "credit", ChangeOrigin.ADMIN);
    }
}
