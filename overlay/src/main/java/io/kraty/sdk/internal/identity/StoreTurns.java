package io.kraty.sdk.internal.identity;

import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.internal.transport.HttpClients;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes of the store of players, one after the other. Every wait of a caller ends at an interrupt and at {@link #close}. */
final class StoreTurns {
    private final Turns turns = new Turns();
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private final Executor executor;

    /** {@code executor} has threads of their own, also after the end, for what no interrupt of a caller may fail. */
    StoreTurns(Executor executor) {
        this.executor = executor;
    }

    /**
     * Makes a change on this thread.
     *
     * @throws KratyNetworkException if the thread is interrupted while it waits for its turn
     */
    <T extends @Nullable Object> T take(Supplier<T> change) {
        return take(false, change);
    }

    /**
     * Has done on another thread what must be done whatever happens to this one, also after the end, and waits for it.
     *
     * @throws KratyNetworkException if the thread is interrupted meanwhile; it is done all the same
     */
    void surely(Runnable change) {
        CompletableFuture<?> done = CompletableFuture.runAsync(
                () -> take(true, () -> {
                    change.run();
                    return null;
                }),
                executor);
        await(CompletableFuture.anyOf(done, end));
    }

    /**
     * Makes a change on another thread, so that no store keeps this one from an interrupt.
     *
     * @throws KratyNetworkException if the thread is interrupted meanwhile
     * @throws IllegalStateException at the end
     */
    <T> T aside(Supplier<T> change) {
        CompletableFuture<T> done = CompletableFuture.supplyAsync(() -> take(change), executor);
        await(CompletableFuture.anyOf(done, end));
        if (!done.isDone()) {
            throw HttpClients.tooLate(null);
        }
        return await(done);
    }

    /** Lets everybody go who waits. What was begun goes on. */
    void close() {
        end.complete(null);
        turns.close();
    }

    private <T extends @Nullable Object> T take(boolean surely, Supplier<T> change) {
        try {
            turns.take(surely);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted("waiting for the secret store; nothing has changed", e);
        }
        try {
            return change.get();
        } finally {
            turns.giveBack();
        }
    }

    /** What {@code work} comes to, or what it throws. */
    static <T extends @Nullable Object> T await(CompletableFuture<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted("the player was being resolved or kept; that goes on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    static KratyNetworkException interrupted(String when, Exception cause) {
        return new KratyNetworkException("interrupted while " + when, 1, cause, Outcome.NOT_SENT, null);
    }
}
