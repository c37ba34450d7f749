package io.kraty.sandbox.internal.game;

import io.kraty.api.model.Grant;
import io.kraty.api.model.PlayerIdentity;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registered player and everything that is theirs. */
public final class Player {
    private final String externalId;
    private final String id;
    private final PlayerIdentity anonymizedIdentity;
    private final Instant registeredAt;
    private PlayerIdentity identity;
    private String secret;

    /** The game's own data about the player, by key. */
    final Map<String, @Nullable Object> metadata = new LinkedHashMap<>();

    /** What the player last said about themselves, for boards that are split by it. */
    final Map<String, String> context = new LinkedHashMap<>();

    /** By item key. */
    final Map<String, Holding> items = new LinkedHashMap<>();

    /** By economy key. */
    final Map<String, Holding> balances = new LinkedHashMap<>();

    /** By grant id, oldest first. */
    final Map<String, Grant> grants = new LinkedHashMap<>();

    /** The id of the contents by the id of the crate they came out of. */
    final Map<String, String> openedCrates = new LinkedHashMap<>();

    /** By attempt id, oldest first. */
    final Map<String, AttemptState> attempts = new LinkedHashMap<>();

    /** The highest step whose reward was given, by economy key of what follows another progression. */
    final Map<String, Long> rewardedSteps = new HashMap<>();

    /** How many times a holding changed. */
    long changes;

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

    String id() {
        return id;
    }

    /** How the player appears to others. */
    PlayerIdentity identity() {
        return identity;
    }

    void identity(PlayerIdentity replacement) {
        identity = replacement;
    }

    /** The one the server picked; it stays. */
    PlayerIdentity anonymizedIdentity() {
        return anonymizedIdentity;
    }

    Instant registeredAt() {
        return registeredAt;
    }
}
