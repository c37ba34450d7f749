package io.kraty.sdk.live;

/**
 * What to hear of a player's inventory. Immutable.
 *
 * @param ignoreOwnWrites whether to leave out the changes that a game client made, whose calls have answered with the
 *     outcome already. The platform does not say which client it was: the same player's changes on another device are left
 *     out too. Grants and unknown events are always told. Defaults to false
 * @since 0.1.0
 */
public record InventoryStreamOptions(boolean ignoreOwnWrites) {
    private static final InventoryStreamOptions DEFAULTS = new InventoryStreamOptions(false);

    /** Everything. */
    public static InventoryStreamOptions defaults() {
        return DEFAULTS;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what to hear. Not thread-safe. */
    public static final class Builder {
        private boolean ignoreOwnWrites;

        private Builder() {}

        /** Whether to leave out the changes that a game client made. Defaults to false. */
        public Builder ignoreOwnWrites(boolean ignoreOwnWrites) {
            this.ignoreOwnWrites = ignoreOwnWrites;
            return this;
        }

        /** The finished options. */
        public InventoryStreamOptions build() {
            return new InventoryStreamOptions(ignoreOwnWrites);
        }
    }
}
