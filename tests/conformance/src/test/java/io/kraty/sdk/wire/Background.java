package io.kraty.sdk.wire;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Work on a thread that the test can see and interrupt. */
public final class Background<T> {
    private final FutureTask<T> task;
    private final Thread thread;

    private Background(Callable<T> work) {
        this.task = new FutureTask<>(work);
        this.thread = new Thread(task, "background");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    public static <T> Background<T> of(Callable<T> work) {
        return new Background<>(work);
    }

    public Thread thread() {
        return thread;
    }

    public boolean isDone() {
        return task.isDone();
    }

    /** The result, or what the work threw. */
    public T result() throws Exception {
        return Await.result(task);
    }
}
