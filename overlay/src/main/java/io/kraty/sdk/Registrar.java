package io.kraty.sdk;

import io.kraty.api.PlayersApi;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.internal.transport.HeaderValues;
import org.jspecify.annotations.Nullable;

/** Registers players. An answer without a secret that can be used is an error, not a player. */
final class Registrar {

    private final Calls calls;

    Registrar(Calls calls) {
        this.calls = calls;
    }

    /** Registers a player who has no secret yet. */
    PlayerRegistration register(String externalPlayerId, RequestOptions options) {
        return register(externalPlayerId, null, options);
    }

    /** Registers a player anew if need be; the secret of before stops working. */
    PlayerRegistration rotate(String externalPlayerId, RequestOptions options) {
        return register(externalPlayerId, true, options);
    }

    private PlayerRegistration register(String externalPlayerId, @Nullable Boolean force, RequestOptions options) {
        return calls.execute(PlayersApi.registerPlayer(externalPlayerId, force), null, options, Registrar::objection);
    }

    private static @Nullable String objection(PlayerRegistration answer) {
        try {
            HeaderValues.check("secret", answer.secret());
            return null;
        } catch (IllegalArgumentException e) {
            return "a registration that is of no use (" + e.getMessage() + ")";
        }
    }
}
