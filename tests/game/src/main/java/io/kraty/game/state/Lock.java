package io.kraty.game.state;

import org.jspecify.annotations.Nullable;

/**
 * What keeps a player out of an event.
 *
 * @param reason why
 * @param key the item or currency that is missing; null if nothing is
 * @param needed how much of it one needs
 * @param has how much of it the player has
 */
public record Lock(Reason reason, @Nullable String key, long needed, long has) {
    /** Why somebody is kept out. */
    public enum Reason {
        NEEDS_ITEM,
        TOO_EXPENSIVE,
        NO_ATTEMPTS,
        /** A condition that this version of the game cannot read. */
        NEEDS_UPDATE
    }

    static Lock of(Reason reason) {
        return new Lock(reason, null, 0, 0);
    }
}
