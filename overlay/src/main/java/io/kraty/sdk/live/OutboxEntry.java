package io.kraty.sdk.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A write that the outbox has accepted.
 *
 * @param key its idempotency key, the same for ever; tells entries apart
 * @param operation the operation's name in the API description, as {@code reportProgress}
 * @param externalPlayerId the player it belongs to, who need not be the one who plays now
 * @param tag what the game called it by {@code OutboxClient.tagged}; null for nothing
 * @param createdAt when it was accepted, by the clock of the device
 * @param firstSentAt since when the platform may know it; null if it cannot
 * @param state how far it was when this was read
 * @since 0.1.0
 */
public record OutboxEntry(
        String key,
        String operation,
        String externalPlayerId,
        @Nullable String tag,
        Instant createdAt,
        @Nullable Instant firstSentAt,
        OutboxState state) {}
