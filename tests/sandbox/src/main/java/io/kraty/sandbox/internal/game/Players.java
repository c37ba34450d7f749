package io.kraty.sandbox.internal.game;

import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.PlayerIdentity;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.SyntheticIdentity;
import io.kraty.sandbox.ResourceKind;
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
    private final Holdings holdings;
    private final Grants grants;
    private final Map<String, Player> byExternalId = new LinkedHashMap<>();
    private final Map<String, Integer> rotations = new HashMap<>();
    private final Set<String> banned = new HashSet<>();

    Players(Settings settings, Seeds seeds, Holdings holdings, Grants grants) {
        this.settings = settings;
        this.seeds = seeds;
        this.holdings = holdings;
        this.grants = grants;
    }

    /**
     * Registers, or replaces the secret if {@code force} asks for it and may. [choice] With a live key the flag is
     * ignored, so the answer is the 409 it would be without it.
     */
    public PlayerRegistration register(String externalId, boolean force) {
        Player known = byExternalId.get(externalId);
        if (known == null) {
            return registration(create(externalId));
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
    Collection<Player> all() {
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

    private Player create(String externalId) {
        PlayerIdentity identity = Identities.player(seeds.dice("identity", externalId));
        Player player = new Player(
                externalId,
                seeds.id("player", externalId),
                identity,
                secretOf(externalId),
                settings.clock().instant());
        byExternalId.put(externalId, player);
        DemoCatalog.economyKeys().forEach(key -> holdings.open(player, ResourceKind.BALANCE, key));
        grants.give(player, DemoGame.WELCOME, "welcome", null, null);
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
                .secretPrefix(player.secret().substring(0, PREFIX_LENGTH))
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
