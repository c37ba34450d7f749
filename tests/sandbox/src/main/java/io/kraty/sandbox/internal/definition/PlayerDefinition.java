package io.kraty.sandbox.internal.definition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is there from the start.
 *
 * @param externalPlayerId the id
 * @param secret what proves who they are; null for one that follows from the seed
 * @param name how they appear; null for a name out of the pool
 * @param avatar the avatar that goes with the name; null for one out of the pool
 * @param country where they come from; null for somewhere out of the pool
 * @param banned whether their writes are refused
 * @param items what they have, by item key
 * @param balances what they have, by economy key
 * @param friends the external ids of their friends, all players from the start as well
 * @param metadata the game's own data about them
 */
public record PlayerDefinition(
        String externalPlayerId,
        @Nullable String secret,
        @Nullable String name,
        @Nullable String avatar,
        @Nullable String country,
        boolean banned,
        Map<String, Long> items,
        Map<String, Long> balances,
        List<String> friends,
        Map<String, @Nullable Object> metadata) {}
