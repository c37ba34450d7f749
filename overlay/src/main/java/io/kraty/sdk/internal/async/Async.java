package io.kraty.sdk.internal.async;

import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.internal.transport.HttpClients;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs blocking code elsewhere. */
public final class Async {
    private static final int GRACE_MILLIS = 500;

    private final @Nullable Executor given;
    private final ExecutorService own = Threads.waiting("async");
    private final Callbacks callbacks;
    private final Set<AsyncWork<?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Runs on {@code given}.
     *
     * @param given null for threads of ours
     * @param callbacks where futures complete
     */
    public Async(@Nullable Executor given, Callbacks callbacks) {
        this.given = given;
        this.callbacks = callbacks;
    }

    /** Begins {@code work}, unless it is too late. */
    public <T extends @Nullable Object> CompletableFuture<T> run(Callable<? extends T> work) {
        Executor executor = given == null ? own : given;
        AsyncWork<T> begun = new AsyncWork<>(work, callbacks, callbacks.areElsewhere() ? callbacks : executor);
        open.add(begun);
        watch(begun);
        try {
            if (closed) {
                throw HttpClients.tooLate(null);
            }
            executor.execute(begun);
        } catch (Throwable e) { // the executor's, checked or not, or ours: it has not begun
            begun.fail(closed ? HttpClients.tooLate(e) : e);
        }
        if (closed) { // meanwhile, so that close() may have missed it
            begun.fail(HttpClients.tooLate(null));
        }
        return begun;
    }

    /** Whoever completes it ends the work behind it. */
    @SuppressWarnings("FutureReturnValueIgnored") // stopping fails with nothing
    private void watch(AsyncWork<?> begun) {
        begun.whenComplete((result, failure) -> {
            open.remove(begun);
            begun.stop();
        });
    }

    /** Lets nothing begin. Touches neither the network nor the disk. */
    public void stop() {
        closed = true;
    }

    /** Fails what is open, which ends it: where callbacks go, and here if nothing comes of that. Waits a moment. */
    public void close() {
        List<AsyncWork<?>> left = List.copyOf(open);
        left.forEach(work -> work.fail(HttpClients.tooLate(null)));
        own.shutdown();
        try {
            CompletableFuture.allOf(left.toArray(new CompletableFuture<?>[0])).get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) { // the closing thread ends after this
            left.forEach(work -> work.completeExceptionally(HttpClients.tooLate(null)));
        }
    }
}
