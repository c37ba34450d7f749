package io.kraty.sdk.stream;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.LiveListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listener that keeps everything it is told, in order. */
abstract class HeardEvents<E> implements LiveListener<E> {
    /** Stands for the end. */
    static final String END = "end";

    private final BlockingQueue<Object> all = new LinkedBlockingQueue<>();

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

    /** The next thing, waited for. */
    Object next() throws InterruptedException {
        Object next = all.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    <T> T next(Class<T> type) throws InterruptedException {
        Object next = next();
        if (!type.isInstance(next)) {
            throw new AssertionError("expected " + type.getSimpleName() + ", was " + next);
        }
        return type.cast(next);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
