package io.kraty.sandbox.internal.game.holdings;

import java.time.Instant;

/** How much a player has of one thing. */
final class Holding {
    private final Instant createdAt;
    private long amount;
    private Instant updatedAt;

    Holding(Instant now) {
        createdAt = now;
        updatedAt = now;
    }

    void change(long delta, Instant now) {
        amount = Math.addExact(amount, delta);
        updatedAt = now;
    }

    long amount() {
        return amount;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
