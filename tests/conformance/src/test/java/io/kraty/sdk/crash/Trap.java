package io.kraty.sdk.crash;

import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.store.SecretStore;
import io.kraty.sdk.wire.StoresThrough;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Stops a game for ever at a chosen use of its stores, and says so, so that it is killed right there. */
final class Trap {
    private final AtomicInteger left;
    private final boolean after;

    /** At the so-manieth use from now; never for 0. {@code after} it, or before. */
    Trap(int use, boolean after) {
        this.left = new AtomicInteger(use);
        this.after = after;
    }

    private <T> T use(Supplier<T> store) {
        boolean isHere = left.get() > 0 && left.decrementAndGet() == 0;
        if (isHere && !after) {
            stop();
        }
        T result = store.get();
        if (isHere) {
            stop();
        }
        return result;
    }

    private static void stop() {
        System.out.println("here");
        while (true) {
            LockSupport.park();
        }
    }

    UnaryOperator<SecretStore> secrets() {
        return new StoresThrough(this::use)::to;
    }

    UnaryOperator<OutboxStore> outbox() {
        return new StoresThrough(this::use)::to;
    }
}
