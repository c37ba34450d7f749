package io.kraty.sandbox.internal.game;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lobby and who waits in it. */
final class LobbyRoom {
    final String id;
    final EventDefinition event;
    final EventWindow window;
    final Instant createdAt;
    final Instant fillBy;
    final Set<Player> members = new HashSet<>();
    LobbyStatus status = LobbyStatus.FORMING;

    @Nullable
    EventBoard board;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant endsAt;

    LobbyRoom(String id, EventDefinition event, EventWindow window, Instant createdAt, Duration fillTime) {
        this.id = id;
        this.event = event;
        this.window = window;
        this.createdAt = createdAt;
        this.fillBy = createdAt.plus(fillTime);
    }

    boolean isForming() {
        return status.equals(LobbyStatus.FORMING);
    }

    boolean hasRoom() {
        return isForming() && members.size() < event.lobbyCapacity;
    }

    /** How many bots would fill in now: none at first, all free places when the time is up. */
    int botSlots(Instant now) {
        int free = event.lobbyCapacity - members.size();
        if (!isForming() || !now.isBefore(fillBy)) {
            return free;
        }
        long age = Math.max(0, Duration.between(createdAt, now).toNanos());
        return (int) (free * age / Duration.between(createdAt, fillBy).toNanos());
    }

    Lobby model(Instant now) {
        return Lobby.builder()
                .id(id)
                .eventId(window.eventId)
                .eventWindowId(window.id)
                .leaderboardId(board == null ? null : board.board.id)
                .mode(event.mode.value())
                .status(status)
                .capacity(event.lobbyCapacity)
                .participantCount(members.size())
                .fillBy(fillBy)
                .botSlots(botSlots(now))
                .startedAt(startedAt)
                .endsAt(endsAt)
                .build();
    }
}
