package io.kraty.sandbox.internal.game;

import io.kraty.api.model.Friend;
import io.kraty.api.model.PlayerPresence;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.views.Snapshot;
import io.kraty.sandbox.internal.game.views.Snapshot.EventView;
import io.kraty.sandbox.internal.game.views.Snapshot.LobbyView;
import io.kraty.sandbox.internal.game.views.Snapshot.PlayerDetails;
import io.kraty.sandbox.internal.game.views.Snapshot.PlayerView;
import io.kraty.sandbox.internal.game.views.Snapshot.PresenceView;
import java.util.Collection;
import java.util.List;

/** Takes snapshots. Bounded, however long the sandbox runs: each area shows its latest, and of boards the best. */
public final class Snapshots {
    private static final int MOST_GRANTS = 1000;

    private final Rules rules;

    Snapshots(Rules rules) {
        this.rules = rules;
    }

    /** What there is now, with at most so many players. */
    public Snapshot take(int mostPlayers) {
        rules.boards.advanceAll();
        Collection<Player> players = rules.players.all();
        return new Snapshot(
                players.size(),
                players.stream()
                        .skip(Math.max(0, players.size() - mostPlayers))
                        .map(this::player)
                        .toList(),
                rules.events.look(),
                rules.boards.look(),
                rules.configured.look(),
                rules.lobbies.look());
    }

    /** Everything about a player. */
    public PlayerDetails details(Player player) {
        return new PlayerDetails(
                player(player),
                player.metadata(),
                rules.social.friends().list(player, List.of()).friends().stream()
                        .map(Friend::externalPlayerId)
                        .toList(),
                rules.attempts.look(player),
                rules.grants.all(player));
    }

    /** The event as it is now. */
    public EventView event(String key) {
        return rules.events.look(key);
    }

    /** The lobby as it is now. */
    public LobbyView lobby(String id) {
        return rules.lobbies.look(id);
    }

    private PlayerView player(Player player) {
        PlayerPresence presence = rules.social.presence().of(player);
        return new PlayerView(
                player.externalId(),
                player.id(),
                player.identity().name(),
                rules.players.isBanned(player.externalId()),
                player.registeredAt(),
                new PresenceView(presence.online(), presence.lastActiveAt(), presence.status()),
                rules.holdings.amounts(player, ResourceKind.BALANCE, 0),
                rules.holdings.amounts(player, ResourceKind.ITEM, 1),
                rules.grants.pending(player, MOST_GRANTS));
    }
}
