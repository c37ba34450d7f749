package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.FriendCode;
import io.kraty.sandbox.internal.definition.GiftsDefinition;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.grants.Grants;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.players.Players;
import java.util.List;

/** Everything between players: who is here, friends, blocks, gifts. */
public final class Social {
    private final FriendCodes codes;
    private final FriendTargets targets;
    private final Presence presence;
    private final Blocks blocks;
    private final SocialViews views;
    private final Friends friends;
    private final PlayerSearch search;
    private final Suggestions suggestions;
    private final Gifts gifts;

    public Social(
            GiftsDefinition giving, Settings settings, Seeds seeds, Players players, Holdings holdings, Grants grants) {
        codes = new FriendCodes(seeds);
        targets = new FriendTargets(players, codes);
        presence = new Presence(settings);
        Friendships friendships = new Friendships();
        PendingRequests requests = new PendingRequests(seeds);
        blocks = new Blocks(settings, players, friendships, requests);
        GiftBox box = new GiftBox(settings, giving.cooldown());
        views = new SocialViews(holdings, presence, friendships, box);
        friends = new Friends(settings, players, friendships, requests, blocks, views);
        Relations relations = new Relations(friendships, requests, blocks);
        search = new PlayerSearch(players, relations, views);
        suggestions = new Suggestions(settings, seeds, players, presence, relations, views);
        gifts = new Gifts(giving, settings, seeds, holdings, grants, friendships, box, views);
    }

    /** The player's own code. */
    public FriendCode code(Player player, List<String> progression) {
        return views.code(player, codes.of(player), progression);
    }

    public FriendTargets targets() {
        return targets;
    }

    public Presence presence() {
        return presence;
    }

    public Blocks blocks() {
        return blocks;
    }

    public Friends friends() {
        return friends;
    }

    public PlayerSearch search() {
        return search;
    }

    public Suggestions suggestions() {
        return suggestions;
    }

    public Gifts gifts() {
        return gifts;
    }
}
