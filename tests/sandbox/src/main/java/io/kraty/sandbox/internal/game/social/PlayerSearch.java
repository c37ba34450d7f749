package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.FriendSearch;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.players.Players;
import java.util.List;
import java.util.Locale;

/** [choice] Looks for the text anywhere in the shown name, in either case; answers in the order of registration. */
public final class PlayerSearch {
    private final Players players;
    private final Relations relations;
    private final SocialViews views;

    PlayerSearch(Players players, Relations relations, SocialViews views) {
        this.players = players;
        this.relations = relations;
        this.views = views;
    }

    public FriendSearch find(Player player, String text, int limit, List<String> progression) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return new FriendSearch(players.all().stream()
                .filter(other -> relations.canFind(player, other))
                .filter(other ->
                        other.identity().name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit)
                .map(other -> views.found(other, relations.between(player, other), progression))
                .toList());
    }
}
