package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.PlayerPresence;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is here, and doing what.
 *
 * <p>[choice] A heartbeat counts for as long as the game says, 75 seconds by default. After that the player is offline; when the last one was, and the
 * status that was set last, stay to be read. So a client that shows the status of somebody offline can be seen to do so.
 */
public final class Presence {
    private final Settings settings;
    private final Map<Player, Instant> heartbeats = new HashMap<>();
    private final Map<Player, String> statuses = new HashMap<>();

    Presence(Settings settings) {
        this.settings = settings;
    }

    /** The player is here now. */
    public PlayerPresence heartbeat(Player player) {
        heartbeats.put(player, settings.clock().instant());
        return of(player);
    }

    /** What the player is doing; null clears it. */
    public void status(Player player, @Nullable String status) {
        if (status == null) {
            statuses.remove(player);
        } else {
            statuses.put(player, status);
        }
    }

    public PlayerPresence of(Player player) {
        Instant last = heartbeats.get(player);
        boolean online = last != null && settings.clock().instant().isBefore(last.plus(settings.presenceLifetime()));
        return new PlayerPresence(online, last, statuses.get(player));
    }
}
