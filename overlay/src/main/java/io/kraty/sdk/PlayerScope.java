package io.kraty.sdk;

import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.PlayerCredentials;

import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.identity.Identity;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.internal.transport.HttpClients;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every area's client calls through: decides whose player a call is about, and takes id and secret together. */
final class PlayerScope {
    // Stands for a player whose id is not known yet, so that arguments are checked before anybody is registered.
    private static final String SOMEBODY = "somebody";

    private final Calls calls;
    private final Identity identity;
    private final BooleanSupplier closed;

    PlayerScope(Calls calls, Identity identity, BooleanSupplier closed) {
        this.calls = calls;
        this.identity = identity;
        this.closed = closed;
    }

    /** Calls what belongs to no player. */
    <T> T call(ApiRequest<T> request, RequestOptions options) {
        checkOpen();
        return calls.execute(request, null, options);
    }

    /** Calls what belongs to the player of {@code options}, or to the active one. */
    <T> T call(RequestOptions options, Function<String, ApiRequest<T>> endpoint) {
        Player player = player(options, endpoint);
        return call(player, options, endpoint.apply(player.externalPlayerId));
    }

    /** Calls with credentials that were taken before, for several calls that must be about one player. */
    <T> T call(Player player, RequestOptions options, ApiRequest<T> request) {
        checkOpen();
        return calls.execute(request, player.secret, options);
    }

    /** Whose player it is: checks {@code endpoint}'s arguments, then registers if need be. */
    Player player(RequestOptions options, Function<String, ? extends ApiRequest<?>> endpoint) {
        checkOpen();
        Player known = known(options);
        if (known != null) {
            return known;
        }
        endpoint.apply(SOMEBODY).body();
        return Player.of(identity.ensure());
    }

    /** Whose player it is, for what goes on elsewhere: who is known now, else found out by whoever asks. */
    Supplier<Player> playerWhenAsked(RequestOptions options) {
        checkOpen();
        Player known = known(options);
        return known != null ? () -> known : () -> Player.of(identity.ensure());
    }

    private @Nullable Player known(RequestOptions options) {
        String other = options.player();
        if (other != null) {
            return new Player(other, options.playerSecret());
        }
        PlayerCredentials active = identity.active();
        return active == null ? null : Player.of(active);
    }

    /** Waits between two calls; ends early at an interrupt, and when this is closed. */
    void pause(Duration duration, Timing timing) throws InterruptedException {
        calls.pause(duration, timing);
    }

    Identity identity() {
        return identity;
    }

    void checkOpen() {
        if (closed.getAsBoolean()) {
            throw HttpClients.tooLate(null);
        }
    }

    /** An id and the secret that belongs to it, taken at one moment. */
    record Player(String externalPlayerId, @Nullable String secret) {
        private static Player of(PlayerCredentials credentials) {
            return new Player(credentials.externalPlayerId(), credentials.secret());
        }

        @Override
        public String toString() {
            return "Player[" + externalPlayerId + "]";
        }
    }
}
