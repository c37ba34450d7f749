package io.kraty.sandbox.internal.game.players;

import io.kraty.api.model.IdentityPair;
import io.kraty.api.model.PlayerIdentity;
import io.kraty.api.model.PlayerMetadata;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What players say about themselves: name, avatar, metadata, and the facts they start attempts with.
 *
 * <p>[choice] A name has at most 32 characters and is not blank; it is kept as it was written. Two players may have the
 * same one.
 */
public final class Profiles {
    private static final int LONGEST_NAME = 32;
    private static final String STAMP = "idempotencyKey";

    private final Settings settings;
    private final Players players;

    public Profiles(Settings settings, Players players) {
        this.settings = settings;
        this.players = players;
    }

    public IdentityPair identity(String externalPlayerId) {
        Player player = players.find(externalPlayerId);
        if (player == null) {
            throw ApiError.notFound("player");
        }
        return pair(player);
    }

    /** Changes how the player appears; no avatar means none, not the one before. */
    public IdentityPair rename(Player player, String name, @Nullable String avatar) {
        if (name.isBlank()) {
            throw ApiError.invalid("name", "must not be blank");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw ApiError.invalid("name", "must be at most " + LONGEST_NAME + " characters");
        }
        player.identity(PlayerIdentity.builder()
                .name(name)
                .avatar(avatar)
                .country(player.identity().country())
                .build());
        return pair(player);
    }

    /** The bag becomes the whole of the player's metadata. */
    public PlayerMetadata replaceMetadata(Player player, Map<String, @Nullable Object> bag) {
        player.clearMetadata();
        return mergeMetadata(player, bag);
    }

    /** What is in the bag replaces what is there under the same keys. */
    public PlayerMetadata mergeMetadata(Player player, Map<String, @Nullable Object> bag) {
        player.mergeMetadata(bag);
        if (!settings.keepsStampedKey()) {
            player.dropMetadata(STAMP);
        }
        return PlayerMetadata.builder()
                .externalPlayerId(player.externalId())
                .metadata(player.metadata())
                .build();
    }

    /** What of a {@code playerContext} can name a segment: texts, numbers and truth values. */
    public static Map<String, String> facts(Map<String, @Nullable Object> context) {
        Map<String, String> facts = new LinkedHashMap<>();
        context.forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                facts.put(name, value.toString());
            }
        });
        return facts;
    }

    /** Keeps the facts of a started attempt. */
    public void remember(Player player, Map<String, String> facts) {
        facts.forEach(player::state);
    }

    private static IdentityPair pair(Player player) {
        return IdentityPair.builder()
                .externalPlayerId(player.externalId())
                .displayIdentity(player.identity())
                .anonymizedIdentity(player.anonymizedIdentity())
                .build();
    }
}
