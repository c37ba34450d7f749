package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.GiftableResource;
import io.kraty.sandbox.internal.game.grants.GrantRecord;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gift that was sent. Whether it was claimed is known by its grant alone. */
record SentGift(
        String id,
        GrantRecord grant,
        Player from,
        Player to,
        GiftableResource resource,
        long amount,
        @Nullable String message,
        Instant sentAt,
        Instant expiresAt) {
    String grantId() {
        return grant.grant().id();
    }

    /** Whether it was claimed or has lapsed, as far as anybody has noticed. */
    boolean isDone() {
        return !grant.isPending();
    }
}
