package io.kraty.sandbox.internal.http;

import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.players.Player;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The keys that exist, and which credentials are good for what. */
public final class Keys {
    private static final String SCHEME = "Bearer ";

    private final String sdkKey;
    private final String serverKey;

    public Keys(Seeds seeds, boolean live) {
        String environment = live ? "live" : "test";
        sdkKey = "kraty_sdk_" + environment + "." + seeds.token("sdk key", environment);
        serverKey = "kraty_server_" + environment + "." + seeds.token("server key", environment);
    }

    /** The key of the game's clients. */
    public String sdkKey() {
        return sdkKey;
    }

    /** A key that exists, but is not for clients. */
    public String serverKey() {
        return serverKey;
    }

    void requireSdkKey(@Nullable String authorization) {
        if (authorization == null) {
            throw new ApiError(401, ErrorCode.UNAUTHENTICATED, "The Authorization header is missing.");
        }
        String key = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length())
                : "";
        if (same(key, serverKey)) {
            throw ApiError.forbidden(ErrorCode.FORBIDDEN, "This key is for game servers.");
        }
        if (!same(key, sdkKey)) {
            throw new ApiError(401, ErrorCode.SESSION_INVALID, "The SDK key is not accepted.");
        }
    }

    /** [choice] A player who is not registered has no secret, so there cannot be a right one. */
    static void requireSecret(@Nullable Player player, @Nullable String secret) {
        if (player == null || secret == null || !same(secret, player.secret())) {
            throw new ApiError(401, ErrorCode.PLAYER_SECRET_INVALID, "The player secret is missing or wrong.");
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
