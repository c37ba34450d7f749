package io.kraty.sandbox.internal.game.social;

import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;

/** A friend request that waits. */
record PendingRequest(String id, Player from, Player to, Instant createdAt) {
    boolean isBetween(Player one, Player other) {
        return (from == one && to == other) || (from == other && to == one);
    }
}
