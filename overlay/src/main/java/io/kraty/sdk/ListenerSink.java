package io.kraty.sdk;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.sdk.internal.stream.Sink;

/** A game's listener, as the stream sees it. */
record ListenerSink(LeaderboardListener listener) implements Sink<LeaderboardEvent> {
    @Override
    public void event(LeaderboardEvent event) {
        listener.onEvent(event);
    }

    @Override
    public void error(KratyException error) {
        listener.onError(error);
    }

    @Override
    public void end() {
        listener.onEnd();
    }
}
