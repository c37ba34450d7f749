package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.FriendRelationship;
import io.kraty.api.model.FriendSuggestion;
import io.kraty.api.model.FriendSuggestions;
import io.kraty.api.model.PlayerPresence;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.players.Players;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Recently active players who have nothing to do with the asking one yet.
 *
 * <p>[choice] Recently means within a week, and registering counts too. Who is online is four times as likely as the
 * others, who was active within a day twice. Banned players are not suggested.
 */
public final class Suggestions {
    private static final Duration RECENTLY = Duration.ofDays(7);
    private static final Duration LATELY = Duration.ofDays(1);

    private final Settings settings;
    private final Seeds seeds;
    private final Players players;
    private final Presence presence;
    private final Relations relations;
    private final SocialViews views;
    private final Map<Player, Integer> calls = new HashMap<>();

    Suggestions(
            Settings settings,
            Seeds seeds,
            Players players,
            Presence presence,
            Relations relations,
            SocialViews views) {
        this.settings = settings;
        this.seeds = seeds;
        this.players = players;
        this.presence = presence;
        this.relations = relations;
        this.views = views;
    }

    /** Each call rolls dice of its own. */
    public FriendSuggestions suggest(Player player, int limit, List<String> progression) {
        String call = Integer.toString(calls.merge(player, 1, Integer::sum));
        SplittableRandom dice = seeds.dice("suggestions", player.externalId(), call);
        Map<Player, Integer> weights = weights(player);
        List<FriendSuggestion> drawn = new ArrayList<>();
        while (drawn.size() < limit && !weights.isEmpty()) {
            Player next = draw(weights, dice);
            weights.remove(next);
            drawn.add(views.suggestion(next, progression));
        }
        return new FriendSuggestions(drawn);
    }

    private Map<Player, Integer> weights(Player player) {
        Map<Player, Integer> weights = new LinkedHashMap<>();
        for (Player other : players.all()) {
            if (relations.canFind(player, other)
                    && relations.between(player, other).equals(FriendRelationship.NONE)
                    && !players.isBanned(other.externalId())) {
                weights.put(other, weight(other));
            }
        }
        weights.values().removeIf(weight -> weight == 0);
        return weights;
    }

    private static Player draw(Map<Player, Integer> weights, SplittableRandom dice) {
        int left = dice.nextInt(
                weights.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<Player, Integer> candidate : weights.entrySet()) {
            left -= candidate.getValue();
            if (left < 0) {
                return candidate.getKey();
            }
        }
        throw new IllegalStateException("dice rolled more than they can");
    }

    private int weight(Player player) {
        PlayerPresence now = presence.of(player);
        Instant active = now.lastActiveAt() == null ? player.registeredAt() : now.lastActiveAt();
        Duration idle = Duration.between(active, settings.clock().instant());
        if (now.online()) {
            return 4;
        }
        if (idle.compareTo(LATELY) <= 0) {
            return 2;
        }
        return idle.compareTo(RECENTLY) <= 0 ? 1 : 0;
    }
}
