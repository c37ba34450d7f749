package io.kraty.sdk.internal.engine;

import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Checks;
import java.util.function.Function;

/** Requests about a player, as whoever asks describes them. */
final class Described {
    // Stands for a player whose id is not known yet, so that arguments are checked before anybody is registered.
    private static final String SOMEBODY = "somebody";

    private Described() {}

    /** Holds {@code endpoint}'s arguments against what the API allows. Asks nobody. */
    static void check(Function<String, ? extends ApiRequest<?>> endpoint) {
        by(endpoint, SOMEBODY).body();
    }

    /** What {@code endpoint} describes about {@code player}. */
    static <R extends ApiRequest<?>> R by(Function<String, R> endpoint, String player) {
        return Checks.present("endpoint", Checks.present("endpoint", endpoint).apply(player));
    }
}
