package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.Attempt;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The attempts of all players. */
public final class Attempts {
    /** Only ever looked up or gone through where the order is all the same. */
    private final Map<Player, AttemptBook> byPlayer = new HashMap<>();

    AttemptBook of(Player player) {
        return byPlayer.computeIfAbsent(player, any -> new AttemptBook());
    }

    /** The player's attempts that are known, oldest first. */
    public List<Attempt> look(Player player) {
        return of(player).all().stream().map(AttemptState::model).toList();
    }

    /** Forgets what nobody asks for any more. */
    public void sweep(Instant now) {
        byPlayer.values().forEach(book -> book.sweep(now));
    }

    /** How many are known, of all players. */
    public int size() {
        return byPlayer.values().stream().mapToInt(AttemptBook::size).sum();
    }
}
