package io.kraty.sdk.chaos;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.store.SecretStore;
import io.kraty.sdk.wire.StoresThrough;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * One launch of the game. It can die as a process does: from then on nothing of it reaches a store or the
 * network, and what it is told does not count; requests that have left arrive all the same.
 */
final class Life implements Interceptor {
    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final AtomicInteger underway = new AtomicInteger();
    private final AtomicInteger untilDeath = new AtomicInteger(NEVER);
    private volatile boolean isLastUseDone;
    private volatile boolean dead;
    private final Kraty kraty;

    Life(KratyClientOptions.Builder options, OkHttpClient http, SecretStore secrets, OutboxStore outbox) {
        StoresThrough mortal = new StoresThrough(this::use);
        this.kraty = Kraty.create(
                options.httpClient(http.newBuilder().addInterceptor(this).build())
                        .secretStore(mortal.to(secrets))
                        .outboxStore(mortal.to(outbox))
                        .build());
    }

    Kraty kraty() {
        return kraty;
    }

    boolean isDead() {
        return dead;
    }

    /** Nothing of it is under way any more. */
    boolean isStill() {
        return underway.get() == 0;
    }

    void die() {
        dead = true;
        kraty.close(); // gives its threads back; nothing else of it can do anything
    }

    /** Dies at a use of a store to come. */
    void dieAt(int use, boolean done) {
        isLastUseDone = done;
        untilDeath.set(use);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (dead) {
            throw new IOException("the process is dead");
        }
        underway.incrementAndGet();
        try {
            return chain.proceed(chain.request());
        } finally {
            underway.decrementAndGet();
        }
    }

    private <T> T use(Supplier<T> store) {
        if (dead) {
            throw new Died();
        }
        underway.incrementAndGet();
        try {
            if (untilDeath.get() != NEVER && untilDeath.decrementAndGet() == 0) {
                dead = true;
                if (isLastUseDone) {
                    T unused = store.get();
                }
                throw new Died();
            }
            return store.get();
        } finally {
            underway.decrementAndGet();
        }
    }

    /** The process is gone; nobody sees this. */
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Died() {
            super("the process is dead");
        }
    }
}
