package io.kraty.sandbox.internal.game;

import io.kraty.api.model.Grant;
import io.kraty.api.model.PlayerIdentity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A registered player and everything that is theirs. */
public final class Player {
    private final String externalId;
    private final String id;
    private final PlayerIdentity identity;
    private final Instant registeredAt;
    private String secret;

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

    Player(String externalId, String id, PlayerIdentity identity, String secret, Instant now) {
        this.externalId = externalId;
        this.id = id;
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

    PlayerIdentity identity() {
        return identity;
    }

    Instant registeredAt() {
        return registeredAt;
    }
}
