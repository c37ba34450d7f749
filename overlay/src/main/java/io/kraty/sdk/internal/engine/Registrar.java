package io.kraty.sdk.internal.engine;

import io.kraty.api.PlayersApi;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.internal.identity.Identity;
import io.kraty.sdk.internal.text.HeaderValues;
import io.kraty.sdk.internal.transport.Authorized;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import org.jspecify.annotations.Nullable;

/** Registers players. An answer without a secret that can be used is an error, not a player. */
final class Registrar {
    private final Calls calls;

    Registrar(Calls calls) {
        this.calls = calls;
    }

    /** Registers somebody so that another call can be made; that one says of itself that it was not sent if this fails. */
    PlayerRegistration registerAside(String externalPlayerId, boolean force, String idempotencyKey) {
        return calls.execute(
                Authorized.byTheKey(PlayersApi.registerPlayer(externalPlayerId, force ? true : null))
                        .aside(),
                RequestOptions.none().idempotencyKey(idempotencyKey),
                Registrar::objection);
    }

    /** Registers a player; with {@code force} also one who has a secret, which stops working. */
    PlayerRegistration register(String externalPlayerId, boolean force, RequestOptions options) {
        return calls.execute(
                Authorized.byTheKey(PlayersApi.registerPlayer(externalPlayerId, force ? true : null)),
                options,
                Registrar::objection);
    }

    /** Gives a player a new secret, of which {@code identity} hears before and after: whoever dies in between loses no player. */
    PlayerRegistration rotate(String externalPlayerId, RequestOptions options, Identity identity) {
        Checks.pathSegment("externalPlayerId", externalPlayerId);
        String key = identity.beginRotation(externalPlayerId, options.idempotencyKey());
        PlayerRegistration registration;
        try {
            registration = register(externalPlayerId, true, options.idempotencyKey(key));
        } catch (KratyApiException refused) {
            if (refused.outcome() == Outcome.REFUSED && !RetryPolicy.mayPass(refused)) {
                identity.rotationRefused(externalPlayerId);
            }
            throw refused;
        }
        identity.rotated(new PlayerCredentials(externalPlayerId, registration.secret()));
        return registration;
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
