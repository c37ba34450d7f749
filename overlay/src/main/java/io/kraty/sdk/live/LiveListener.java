package io.kraty.sdk.live;

import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;

/**
 * Is told what happens on a live stream, where the {@code callbackExecutor} says, else on a thread of the SDK's; one thing after
 * the other. Being slow delays nobody else, and loses nothing: when about a thousand things wait, the stream waits, too. What a
 * method throws is logged and does not end the stream, and neither does an interrupt that it leaves on a thread of the SDK's.
 *
 * @param <E> what happens on it
 * @since 0.1.0
 */
@FunctionalInterface
public interface LiveListener<E> {
    /** Something happened. An event that this version does not know is the {@code Unrecognized} one of its kind. */
    void onEvent(E event);

    /**
     * Something went wrong: a {@link KratyApiException} for an event that cannot be read (the stream goes on) or a refused
     * connect, a {@link KratyNetworkException} for a lost connection. Does nothing by default.
     */
    default void onError(KratyException error) {}

    /**
     * The stream is over, because the server said so or after an error; not called after {@link LiveStream#close()}.
     * Whether to open another is the game's decision. Does nothing by default.
     */
    default void onEnd() {}
}
