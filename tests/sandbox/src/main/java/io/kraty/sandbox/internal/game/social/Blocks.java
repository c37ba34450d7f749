package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.BlockList;
import io.kraty.api.model.BlockedPlayer;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.players.Players;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who does not want to have to do with whom.
 *
 * <p>[choice] Blocking somebody again changes nothing and answers with the same row. Oneself cannot be blocked. Gifts
 * that were sent before stay to be claimed.
 */
public final class Blocks {
    private final Settings settings;
    private final Players players;
    private final Friendships friendships;
    private final PendingRequests requests;
    private final Map<Player, Map<Player, Instant>> byBlocker = new HashMap<>();

    Blocks(Settings settings, Players players, Friendships friendships, PendingRequests requests) {
        this.settings = settings;
        this.players = players;
        this.friendships = friendships;
        this.requests = requests;
    }

    /** Whom the player has blocked, in that order. */
    public BlockList list(Player player) {
        return new BlockList(of(player).entrySet().stream().map(Blocks::row).toList());
    }

    /** Also ends a friendship, and drops requests in both directions. */
    public BlockedPlayer block(Player player, Player other) {
        if (player == other) {
            throw ApiError.invalid("externalPlayerId", "must be another player");
        }
        friendships.end(player, other);
        requests.dropBetween(player, other);
        of(player).putIfAbsent(other, settings.clock().instant());
        return row(Map.entry(other, Objects.requireNonNull(of(player).get(other))));
    }

    /** The two can find each other again; a friendship does not come back. */
    public void unblock(Player player, String externalId) {
        @Nullable Player other = players.find(externalId);
        if (other == null || of(player).remove(other) == null) {
            throw ApiError.notFound("block");
        }
    }

    /** Whether one of them has blocked the other. */
    boolean areBetween(Player one, Player other) {
        return of(one).containsKey(other) || of(other).containsKey(one);
    }

    private Map<Player, Instant> of(Player blocker) {
        return byBlocker.computeIfAbsent(blocker, any -> new LinkedHashMap<>());
    }

    private static BlockedPlayer row(Entry<Player, Instant> block) {
        Player blocked = block.getKey();
        return new BlockedPlayer(blocked.externalId(), blocked.identity(), block.getValue());
    }
}
