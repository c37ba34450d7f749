package io.kraty.sandbox.internal.http;

import io.kraty.sandbox.internal.game.players.Player;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that is ready to be carried out.
 *
 * @param route what it is for
 * @param query its query
 * @param body its body; null for reads and deletions
 * @param player the player in the path, if registered; certain where the operation needs the secret
 */
record Call(
        Route route,
        Query query,
        @Nullable Body body,
        @Nullable Player player) {
    /** The values in the path after the player, or all of them where it names none. */
    String parameter(int index) {
        List<String> parameters = route.parameters();
        return parameters.get(route.isOfPlayer() ? index + 1 : index);
    }

    String externalPlayerId() {
        return Objects.requireNonNull(route.player());
    }

    Player requirePlayer() {
        return Objects.requireNonNull(player);
    }

    Body requireBody() {
        return Objects.requireNonNull(body);
    }
}
