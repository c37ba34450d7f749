package io.kraty.sdk;

import io.kraty.api.model.LeaderboardEvent;

/**
 * Is told what happens on a live board, on the stream's own thread, one thing after the other. Be quick, or hand over to
 * the game's thread. What a method throws is logged and does not end the stream.
 */
@FunctionalInterface
public interface LeaderboardListener {
    /** Something happened. An event that this version does not know is a {@link LeaderboardEvent.Unrecognized}. */
    void onEvent(LeaderboardEvent event);

    /**
     * Something went wrong: a {@link KratyApiException} for an event that cannot be read (the stream goes on) or a refused
     * connect, a {@link KratyNetworkException} for a lost connection. Does nothing by default.
     */
    default void onError(KratyException error) {}

    /**
     * The stream is over, because the server said so or after an error; not called after {@link LeaderboardStream#close()}.
     * Whether to open another is the game's decision. Does nothing by default.
     */
    default void onEnd() {}
}
