package io.kraty.sandbox.internal.game.players;

import io.kraty.api.model.PlayerIdentity;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registered player: who they are, and what they said about themselves. What they have is for others to keep. */
public final class Player {
    private final String externalId;
    private final String id;
    private final PlayerIdentity anonymizedIdentity;
    private final Instant registeredAt;
    private PlayerIdentity identity;
    private String secret;

    private final Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    private final Map<String, String> facts = new HashMap<>();

    Player(String externalId, String id, PlayerIdentity identity, String secret, Instant now) {
        this.externalId = externalId;
        this.id = id;
        this.anonymizedIdentity = identity;
        this.identity = identity;
        this.secret = secret;
        this.registeredAt = now;
    }

    /** The id the game chose. */
    public String externalId() {
        return externalId;
    }

    /** What proves that a request comes from this player. */
    public String secret() {
        return secret;
    }

    void secret(String replacement) {
        secret = replacement;
    }

    public String id() {
        return id;
    }

    /** How the player appears to others. */
    public PlayerIdentity identity() {
        return identity;
    }

    void identity(PlayerIdentity replacement) {
        identity = replacement;
    }

    /** The one the server picked; it stays. */
    public PlayerIdentity anonymizedIdentity() {
        return anonymizedIdentity;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    /** The game's own data about the player, by key; a copy. */
    public Map<String, @Nullable Object> metadata() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Takes over what is in the bag, also in place of what is there under the same keys. */
    void mergeMetadata(Map<String, @Nullable Object> bag) {
        metadata.putAll(bag);
    }

    void dropMetadata(String key) {
        metadata.remove(key);
    }

    void clearMetadata() {
        metadata.clear();
    }

    /** What the player last said about themselves, for boards that are split by it; null for nothing. */
    public @Nullable String fact(String name) {
        return facts.get(name);
    }

    /** Keeps what the player says about themselves, until they say something else. */
    public void state(String name, String fact) {
        facts.put(name, fact);
    }
}
