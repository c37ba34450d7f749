package io.kraty.sandbox.internal.game;

import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.boards.BoardFeed;
import io.kraty.sandbox.internal.game.boards.BoardViews;
import io.kraty.sandbox.internal.game.boards.ConfiguredBoards;
import io.kraty.sandbox.internal.game.events.Attempts;
import io.kraty.sandbox.internal.game.events.Conditions;
import io.kraty.sandbox.internal.game.events.EventBoards;
import io.kraty.sandbox.internal.game.events.Events;
import io.kraty.sandbox.internal.game.events.Lobbies;
import io.kraty.sandbox.internal.game.events.Prizes;
import io.kraty.sandbox.internal.game.events.Progress;
import io.kraty.sandbox.internal.game.events.Windows;
import io.kraty.sandbox.internal.game.grants.Grants;
import io.kraty.sandbox.internal.game.grants.Progressions;
import io.kraty.sandbox.internal.game.grants.SelfGrants;
import io.kraty.sandbox.internal.game.holdings.Cause;
import io.kraty.sandbox.internal.game.holdings.ExchangeRates;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.holdings.HoldingsFeed;
import io.kraty.sandbox.internal.game.holdings.Purchases;
import io.kraty.sandbox.internal.game.players.Players;
import io.kraty.sandbox.internal.game.players.Profiles;
import io.kraty.sandbox.internal.game.social.Social;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that holds from a beginning to the next one: the state of the game, and what may become of it. */
final class Rules {
    final Players players;
    final Holdings holdings;
    final Grants grants;
    final EventBoards boards;
    final ConfiguredBoards configured;
    final Lobbies lobbies;
    final Events events;
    final Attempts attempts = new Attempts();
    final Progress progress;
    final Social social;
    final Profiles profiles;
    final Progressions progressions;
    final SelfGrants selfGrants;
    final Purchases purchases;
    private final Settings settings;
    private final Housekeeping housekeeping;

    Rules(GameDefinition game, Settings settings, Cause cause, BoardFeed boardFeed, HoldingsFeed holdingsFeed) {
        this.settings = settings;
        housekeeping = new Housekeeping(settings, this::sweep);
        Seeds seeds = new Seeds(settings.seed());
        holdings = new Holdings(settings, seeds, cause, holdingsFeed);
        grants = new Grants(game, settings, seeds, holdings, holdingsFeed);
        players = new Players(settings, seeds, new Newcomers(game, holdings, grants));
        purchases = new Purchases(settings, seeds, new ExchangeRates(game.exchangeRates()));
        BoardViews views = new BoardViews(holdings, players);
        configured = new ConfiguredBoards(game.boards(), settings, seeds, views, players, holdings);
        boards = new EventBoards(settings, seeds, new Prizes(grants), views, boardFeed);
        lobbies = new Lobbies(settings, seeds, boards);
        Windows windows = new Windows(settings, seeds, boards);
        Conditions conditions = new Conditions(settings, holdings, purchases);
        events = new Events(game.events(), settings, seeds, holdings, attempts, conditions, boards, lobbies, windows);
        progress = new Progress(settings, boards, grants, attempts);
        social = new Social(game.gifts(), settings, seeds, players, holdings, grants);
        profiles = new Profiles(settings, players);
        progressions = new Progressions(game.progressions(), settings, holdings, grants);
        selfGrants = new SelfGrants(settings, grants);
        holdings.listen(configured);
        holdings.listen(progressions);
        game.players().forEach(players::add);
        game.players()
                .forEach(player -> player.friends()
                        .forEach(friend -> social.friends().introduce(player.externalPlayerId(), friend)));
    }

    /** Does what time has to do before anything else happens. */
    void advance() {
        events.advance();
        configured.advance();
        housekeeping.advance();
    }

    /** How much is kept of each kind of thing that would pile up otherwise. */
    Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("boards", boards.size());
        sizes.put("lobbies", lobbies.size());
        sizes.put("attempts", attempts.size());
        sizes.put("grants", grants.size());
        sizes.put("gifts", social.gifts().size());
        sizes.put("purchases", purchases.size());
        return sizes;
    }

    private void sweep() {
        boards.sweep();
        lobbies.sweep();
        attempts.sweep(settings.clock().instant());
        grants.sweep();
        social.gifts().sweep();
    }
}
