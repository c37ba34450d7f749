package io.kraty.sdk.internal.callback;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A future whose {@code …Async} steps go where the game's callbacks go, and never to the common pool. */
public class Promise<T extends @Nullable Object> extends CompletableFuture<T> {
    private final Executor steps;

    /** Open; {@code steps} takes what comes after it. */
    public Promise(Executor steps) {
        this.steps = steps;
    }

    @Override
    public final Executor defaultExecutor() {
        return steps;
    }

    @Override
    public final <U> CompletableFuture<U> newIncompleteFuture() {
        return new Promise<>(steps);
    }
}
