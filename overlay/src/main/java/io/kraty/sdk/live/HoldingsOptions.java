package io.kraty.sdk.live;

/**
 * How to watch a player's holdings. Immutable.
 *
 * @param ignoreOwnWrites whether to tell no events of changes that a game client made, as in
 *     {@link InventoryStreamOptions#ignoreOwnWrites}; the holdings always have them. Defaults to false
 * @param reconnect whether to connect again when the stream is lost. Defaults to true
 * @since 0.1.0
 */
public record HoldingsOptions(boolean ignoreOwnWrites, boolean reconnect) {
    private static final HoldingsOptions DEFAULTS = new HoldingsOptions(false, true);

    /** Every event, and connected again whenever it is lost. */
    public static HoldingsOptions defaults() {
        return DEFAULTS;
    }
}
