package io.kraty.sandbox.internal.game;

import io.kraty.api.model.ChangeOrigin;
import io.kraty.api.model.ServerTime;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.boards.BoardFeed;
import io.kraty.sandbox.internal.game.boards.ConfiguredBoards;
import io.kraty.sandbox.internal.game.events.EventBoards;
import io.kraty.sandbox.internal.game.events.Events;
import io.kraty.sandbox.internal.game.events.Lobbies;
import io.kraty.sandbox.internal.game.events.Progress;
import io.kraty.sandbox.internal.game.grants.Grants;
import io.kraty.sandbox.internal.game.grants.Progressions;
import io.kraty.sandbox.internal.game.grants.SelfGrants;
import io.kraty.sandbox.internal.game.holdings.Cause;
import io.kraty.sandbox.internal.game.holdings.Change;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.holdings.HoldingsFeed;
import io.kraty.sandbox.internal.game.holdings.Purchases;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.players.Players;
import io.kraty.sandbox.internal.game.players.Profiles;
import io.kraty.sandbox.internal.game.social.Social;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The whole game. One lock guards all of it: enter through {@link #call} and touch nothing outside of that. Rules are
 * simple arithmetic, so one lock is fast enough and makes every call atomic.
 */
public final class World {
    private final GameDefinition game;
    private final Settings settings;
    private final BoardFeed boardFeed;
    private final HoldingsFeed holdingsFeed;
    private final Cause cause = new Cause();
    private Rules rules;

    public World(GameDefinition game, Settings settings, BoardFeed boardFeed, HoldingsFeed holdingsFeed) {
        this.game = game;
        this.settings = settings;
        this.boardFeed = boardFeed;
        this.holdingsFeed = holdingsFeed;
        this.rules = new Rules(game, settings, cause, boardFeed, holdingsFeed);
    }

    /** Does something to the world, after time has done what it had to do. */
    public <T> T call(Supplier<T> action) {
        return call(null, action);
    }

    /** The same on behalf of a request. */
    public synchronized <T> T call(@Nullable String requestId, Supplier<T> action) {
        rules.advance();
        cause.set(requestId);
        try {
            return action.get();
        } finally {
            cause.set(null);
        }
    }

    /** Lets time pass where nobody asks. */
    public synchronized void advance() {
        rules.advance();
        rules.boards.advanceAll();
    }

    /** Forgets everything that happened, and begins anew. */
    public synchronized void reset() {
        rules = new Rules(game, settings, cause, boardFeed, holdingsFeed);
    }

    /** What the studio configured. */
    public GameDefinition game() {
        return game;
    }

    /** What to look in with. */
    public Snapshots snapshots() {
        return new Snapshots(rules);
    }

    /** Where everything random comes from. */
    public long seed() {
        return settings.seed();
    }

    /** How much is kept of each kind of thing that would pile up otherwise. */
    public synchronized Map<String, Integer> sizes() {
        return rules.sizes();
    }

    public Players players() {
        return rules.players;
    }

    public Holdings holdings() {
        return rules.holdings;
    }

    public Grants grants() {
        return rules.grants;
    }

    public Events events() {
        return rules.events;
    }

    public Progress progress() {
        return rules.progress;
    }

    public Social social() {
        return rules.social;
    }

    public Lobbies lobbies() {
        return rules.lobbies;
    }

    public EventBoards eventBoards() {
        return rules.boards;
    }

    public ConfiguredBoards configuredBoards() {
        return rules.configured;
    }

    public Profiles profiles() {
        return rules.profiles;
    }

    public Progressions progressions() {
        return rules.progressions;
    }

    public SelfGrants selfGrants() {
        return rules.selfGrants;
    }

    public Purchases purchases() {
        return rules.purchases;
    }

    /** The time now, as shown in a zone. */
    public ServerTime time(String zone) {
        return ServerClock.read(settings.clock().instant(), zone);
    }

    /** One bot of each board scores. */
    public void tickBots() {
        rules.boards.tick();
        rules.configured.tick();
    }

    /** Puts something straight into the wallet. */
    public void credit(Player player, String economyKey, long amount) {
        if (!settings.keepsHoldings()) {
            throw new IllegalStateException("The studio keeps the holdings of this game.");
        }
        rules.holdings.change(
                player, new Change(ResourceKind.BALANCE, economyKey, amount, "credit", ChangeOrigin.ADMIN, null));
    }
}
