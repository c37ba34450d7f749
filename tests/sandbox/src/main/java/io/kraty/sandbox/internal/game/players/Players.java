package io.kraty.sandbox.internal.game.players;

import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.PlayerIdentity;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.SyntheticIdentity;
import io.kraty.sandbox.internal.definition.PlayerDefinition;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is registered, with which secret, and who is banned. */
public final class Players {
    private static final int PREFIX_LENGTH = 8;

    private final Settings settings;
    private final Seeds seeds;
    private final Arrivals arrivals;
    private final Map<String, Player> byExternalId = new LinkedHashMap<>();
    private final Map<String, Integer> rotations = new HashMap<>();
    private final Set<String> banned = new HashSet<>();

    public Players(Settings settings, Seeds seeds, Arrivals arrivals) {
        this.settings = settings;
        this.seeds = seeds;
        this.arrivals = arrivals;
    }

    /**
     * Registers, or replaces the secret if {@code force} asks for it and may. [choice] With a live key the flag is
     * ignored, so the answer is the 409 it would be without it.
     */
    public PlayerRegistration register(String externalId, boolean force) {
        Player known = byExternalId.get(externalId);
        if (known == null) {
            return registration(welcome(externalId));
        }
        if (!force || settings.liveKey()) {
            throw new ApiError(
                    409, ErrorCode.PLAYER_ALREADY_REGISTERED, "The player " + externalId + " already has a secret.");
        }
        rotate(known);
        return registration(known);
    }

    public @Nullable Player find(String externalId) {
        return byExternalId.get(externalId);
    }

    /** The external ids, in the order of registration. */
    public List<String> ids() {
        return List.copyOf(byExternalId.keySet());
    }

    /** In the order of registration. */
    public Collection<Player> all() {
        return byExternalId.values();
    }

    public String rotate(Player player) {
        player.secret(secretOf(player.externalId()));
        return player.secret();
    }

    /** Also takes ids that are not registered yet: those cannot register any more. */
    public void ban(String externalId) {
        banned.add(externalId);
    }

    public boolean isBanned(String externalId) {
        return banned.contains(externalId);
    }

    /** Adds somebody who is there from the start. They have what they have; there is no welcome for them. */
    public void add(PlayerDefinition definition) {
        PlayerIdentity pooled = Identities.player(seeds.dice("identity", definition.externalPlayerId()));
        String country = definition.country() == null ? pooled.country() : definition.country();
        Player player = create(
                definition.externalPlayerId(),
                pooled.toBuilder().country(country).build());
        if (definition.secret() != null) {
            player.secret(definition.secret());
        }
        if (definition.name() != null) {
            player.identity(PlayerIdentity.builder()
                    .name(definition.name())
                    .avatar(definition.avatar())
                    .country(country)
                    .build());
        }
        if (definition.banned()) {
            ban(definition.externalPlayerId());
        }
        arrivals.equipped(player, definition);
        player.mergeMetadata(definition.metadata());
    }

    private Player welcome(String externalId) {
        Player player = create(externalId, Identities.player(seeds.dice("identity", externalId)));
        arrivals.welcomed(player);
        return player;
    }

    private Player create(String externalId, PlayerIdentity identity) {
        Player player = new Player(
                externalId,
                seeds.id("player", externalId),
                identity,
                secretOf(externalId),
                settings.clock().instant());
        byExternalId.put(externalId, player);
        arrivals.arrived(player);
        return player;
    }

    private String secretOf(String externalId) {
        int rotation = rotations.merge(externalId, 1, Integer::sum);
        return "ps_" + seeds.token("secret", externalId, Integer.toString(rotation));
    }

    private static PlayerRegistration registration(Player player) {
        PlayerIdentity anonymized = player.anonymizedIdentity();
        return PlayerRegistration.builder()
                .playerId(player.id())
                .externalPlayerId(player.externalId())
                .secret(player.secret())
                .secretPrefix(player.secret()
                        .substring(0, Math.min(PREFIX_LENGTH, player.secret().length() / 2)))
                .registeredAt(player.registeredAt())
                .country(anonymized.country())
                .syntheticIdentity(SyntheticIdentity.builder()
                        .name(anonymized.name())
                        .avatar(anonymized.avatar())
                        .build())
                .displayIdentity(player.identity())
                .anonymizedIdentity(anonymized)
                .build();
    }
}
