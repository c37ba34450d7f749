package io.kraty.sandbox.internal.game.social;

import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is whose friend, and since when. */
final class Friendships {
    private final Map<Player, Map<Player, Instant>> byPlayer = new HashMap<>();

    void add(Player one, Player other, Instant now) {
        of(one).put(other, now);
        of(other).put(one, now);
    }

    /** Whether there was one to end. */
    boolean end(Player one, Player other) {
        of(one).remove(other);
        return of(other).remove(one) != null;
    }

    boolean exists(Player one, Player other) {
        return since(one, other) != null;
    }

    @Nullable
    Instant since(Player one, Player other) {
        return of(one).get(other);
    }

    /** The player's friends, in the order in which they became so. */
    List<Player> friends(Player player) {
        return List.copyOf(of(player).keySet());
    }

    private Map<Player, Instant> of(Player player) {
        return byPlayer.computeIfAbsent(player, any -> new LinkedHashMap<>());
    }
}
