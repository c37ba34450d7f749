package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition.FillStrategy;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.views.Snapshot.LobbyView;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lobby and who waits in it. */
final class LobbyRoom {
    final String id;
    final EventDefinition event;
    final LobbyDefinition definition;
    final EventWindow window;
    final Instant createdAt;
    final Instant fillBy;
    private final Set<Player> members = new LinkedHashSet<>();
    private LobbyStatus status = LobbyStatus.FORMING;

    /** How many bots play, once it is active. */
    private int bots;

    private @Nullable EventBoard board;

    private @Nullable Instant startedAt;

    private @Nullable Instant endsAt;

    LobbyRoom(String id, EventDefinition event, LobbyDefinition definition, EventWindow window, Instant createdAt) {
        this.id = id;
        this.event = event;
        this.definition = definition;
        this.window = window;
        this.createdAt = createdAt;
        this.fillBy = createdAt.plus(definition.fillTime());
    }

    /** Gives the player a place. */
    void add(Player player) {
        members.add(player);
    }

    boolean has(Player player) {
        return members.contains(player);
    }

    List<Player> members() {
        return List.copyOf(members);
    }

    /** Those who are here play from then on, on that board, with so many bots. */
    void activate(Instant at, int bots, EventBoard board) {
        Instant end = at.plus(event.attemptLength());
        status = LobbyStatus.ACTIVE;
        startedAt = at;
        endsAt = end.isAfter(window.endsAt) ? window.endsAt : end;
        this.bots = bots;
        this.board = board;
        window.formed(this);
    }

    /** Nobody plays here any more. */
    void close() {
        status = LobbyStatus.CLOSED;
        window.formed(this);
    }

    /** Where its players are ranked; null while it forms, and if it never came to more. */
    @Nullable
    EventBoard board() {
        return board;
    }

    /** Whether the time to play is up. */
    boolean isOver(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    boolean isForming() {
        return status.equals(LobbyStatus.FORMING);
    }

    boolean hasRoom() {
        return isForming() && !isFull();
    }

    boolean isClosed() {
        return status.equals(LobbyStatus.CLOSED);
    }

    boolean isFull() {
        return members.size() >= definition.capacity();
    }

    int free() {
        return definition.capacity() - members.size();
    }

    boolean hasPlayed(Player player) {
        return board != null && board.hasPlayed(player);
    }

    /** Whether its time is up. A lobby that waits for players has all the time there is. */
    boolean isDue(Instant now) {
        return definition.strategy() != FillStrategy.WAIT_FULL && !now.isBefore(fillBy);
    }

    /** When something happens to it even if nobody comes. */
    Instant next() {
        Instant next = isForming() && definition.strategy() != FillStrategy.WAIT_FULL ? fillBy : endsAt;
        return next == null || next.isAfter(window.endsAt) ? window.endsAt : next;
    }

    /**
     * How many bots play, or would fill in now. Where bots drip in, that is none at first, and all free places when the
     * time is up; otherwise none until then.
     */
    int botSlots(Instant now) {
        if (!isForming()) {
            return bots;
        }
        if (definition.strategy() != FillStrategy.FILL_WITH_BOTS) {
            return 0;
        }
        if (!now.isBefore(fillBy)) {
            return free();
        }
        if (!definition.drip()) {
            return 0;
        }
        long age = Math.max(0, Duration.between(createdAt, now).toNanos());
        return (int) (free() * age / Duration.between(createdAt, fillBy).toNanos());
    }

    Lobby model(Instant now) {
        return Lobby.builder()
                .id(id)
                .eventId(window.eventId)
                .eventWindowId(window.id)
                .leaderboardId(board == null ? null : board.id())
                .mode(event.ranking().mode().value())
                .status(status)
                .capacity(definition.capacity())
                .participantCount(members.size())
                .fillBy(fillBy)
                .botSlots(botSlots(now))
                .startedAt(startedAt)
                .endsAt(endsAt)
                .build();
    }

    LobbyView look(Instant now) {
        return new LobbyView(
                id,
                event.key(),
                status.value(),
                definition.capacity(),
                members.stream().map(Player::externalId).toList(),
                botSlots(now),
                fillBy,
                startedAt,
                endsAt,
                board == null ? null : board.id());
    }
}
