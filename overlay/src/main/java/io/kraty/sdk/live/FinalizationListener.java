package io.kraty.sdk.live;

/**
 * Is told how boards ended that a player was on, also those that ended while the game was not running.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FinalizationListener {
    /**
     * A board is final. To return is to take the result: it does not come again, also if its check was cancelled
     * or its {@code Kraty} closed meanwhile. After an exception, which is logged, it comes again, unless another
     * listener took it; and it may, too, if the process dies before the SDK has noted that it was taken, within
     * milliseconds of returning: after a {@code close()} a daemon thread does that. So show or store it before
     * returning, and not later.
     */
    void onFinalized(FinalizationResult result);
}
