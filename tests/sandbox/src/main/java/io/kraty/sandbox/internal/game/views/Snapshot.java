package io.kraty.sandbox.internal.game.views;

import io.kraty.api.model.Attempt;
import io.kraty.api.model.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is at one moment, for somebody who looks in from outside. No secrets.
 *
 * @param playerCount how many players are registered, shown or not
 * @param players those who registered last, in the order of registration
 * @param events all events, as the game lists them
 * @param eventBoards the latest boards of events, newest first
 * @param boards all configured boards
 * @param lobbies the latest lobbies, newest first
 */
public record Snapshot(
        int playerCount,
        List<PlayerView> players,
        List<EventView> events,
        List<EventBoardView> eventBoards,
        List<BoardView> boards,
        List<LobbyView> lobbies) {
    /**
     * A player, with what they have.
     *
     * @param wallet the balances by economy key
     * @param items the quantities by item key, without those that are used up
     */
    public record PlayerView(
            String externalPlayerId,
            String id,
            String name,
            boolean banned,
            Instant registeredAt,
            PresenceView presence,
            Map<String, Long> wallet,
            Map<String, Long> items,
            List<Grant> pendingGrants) {}

    /** Whether a player is here, and doing what. */
    public record PresenceView(
            boolean online,
            @Nullable Instant lastActiveAt,
            @Nullable String status) {}

    /**
     * What there is to know of a single player beyond that.
     *
     * @param grants everything they were given, whatever became of it
     */
    public record PlayerDetails(
            PlayerView player,
            Map<String, @Nullable Object> metadata,
            List<String> friends,
            List<Attempt> attempts,
            List<Grant> grants) {}

    /**
     * An event.
     *
     * @param window its open window; null if it has none
     */
    public record EventView(
            String key,
            boolean enabled,
            String mode,
            @Nullable WindowView window) {}

    /** An open window, and the boards in it. Those of lobbies are with their lobbies. */
    public record WindowView(String id, Instant startsAt, Instant endsAt, List<String> leaderboardIds) {}

    /**
     * The board of a window or of a lobby.
     *
     * @param entries its best
     */
    public record EventBoardView(
            String id,
            String event,
            String mode,
            @Nullable String finalizedReason,
            int participants,
            List<EntryView> entries) {}

    /** A configured board in its running period. */
    public record BoardView(String key, String id, String resetCadence, Instant period, List<SegmentView> segments) {}

    /**
     * A part of a configured board.
     *
     * @param name its name; empty for a board that has no parts
     * @param entries its best
     */
    public record SegmentView(String name, int participants, List<EntryView> entries) {}

    /**
     * A row of a board.
     *
     * @param externalPlayerId null for a bot
     */
    public record EntryView(int rank, String kind, @Nullable String externalPlayerId, String name, double score) {}

    /** A lobby, and who is in it. */
    public record LobbyView(
            String id,
            String event,
            String status,
            int capacity,
            List<String> players,
            int botSlots,
            Instant fillBy,
            @Nullable Instant startedAt,
            @Nullable Instant endsAt,
            @Nullable String leaderboardId) {}
}
