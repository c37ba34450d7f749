package io.kraty.sdk.internal.stream;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.LiveListener;
import org.jspecify.annotations.Nullable;

/** A game's listener, as the stream sees it. */
record ListenerSink<E>(LiveListener<E> listener) implements Sink<E> {
    /** Null for none. */
    static <E> @Nullable Sink<E> of(@Nullable LiveListener<E> listener) {
        return listener == null ? null : new ListenerSink<>(listener);
    }

    @Override
    public void event(E event) {
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
