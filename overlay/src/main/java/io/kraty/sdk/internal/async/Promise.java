package io.kraty.sdk.internal.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A future whose {@code …Async} steps go where the game's callbacks go, and never to the common pool. */
class Promise<T> extends CompletableFuture<T> {
    private final Executor steps;

    Promise(Executor steps) {
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
