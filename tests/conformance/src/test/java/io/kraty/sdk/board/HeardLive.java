package io.kraty.sdk.board;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.LiveListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that keeps everything it is told, in order. */
abstract class HeardLive<E> implements LiveListener<E> {
    static final String END = "end";

    final List<Object> all = new CopyOnWriteArrayList<>();

    @Override
    public void onEvent(E event) {
        all.add(event);
    }

    @Override
    public void onError(KratyException error) {
        all.add(error);
    }

    @Override
    public void onEnd() {
        all.add(END);
    }

    <T> List<T> all(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
