package io.kraty.sdk;

import io.kraty.sdk.error.KratyException;

import io.kraty.api.runtime.Checks;
import io.kraty.sdk.internal.stream.Sink;

/** A game's listener, as the stream sees it. */
record ListenerSink<E>(LiveListener<E> listener) implements Sink<E> {
    ListenerSink {
        Checks.present("listener", listener);
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
