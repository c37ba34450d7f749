package io.kraty.sandbox.internal.game;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
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
    final Set<Player> members = new LinkedHashSet<>();
    LobbyStatus status = LobbyStatus.FORMING;

    @Nullable
    EventBoard board;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant endsAt;

    LobbyRoom(String id, EventDefinition event, LobbyDefinition definition, EventWindow window, Instant createdAt) {
        this.id = id;
        this.event = event;
        this.definition = definition;
        this.window = window;
        this.createdAt = createdAt;
        this.fillBy = createdAt.plus(definition.fillTime());
    }

    boolean isForming() {
        return status.equals(LobbyStatus.FORMING);
    }

    boolean hasRoom() {
        return isForming() && members.size() < definition.capacity();
    }

    /** How many bots would fill in now: none at first, all free places when the time is up. */
    int botSlots(Instant now) {
        int free = definition.capacity() - members.size();
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
}
