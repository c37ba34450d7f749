package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.live.BackgroundTask;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.HoldingsWatch;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.live.SubscriptionState;
import io.kraty.sdk.live.SubscriptionState.Degraded;
import io.kraty.sdk.live.SubscriptionState.Live;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes on in the background outlasts a store that cannot be read for a while, as a keychain that is locked. */
@Timeout(120)
class LockedStoreTest {
    private static final class Locked extends ListedStore {
        private volatile boolean locked = true;
        private final AtomicInteger tries = new AtomicInteger();

        @Override
        public String read(String name) {
            tries.incrementAndGet();
            if (locked) {
                throw new IllegalStateException("the keychain is locked");
            }
            return super.read(name);
        }
    }

    private final KratySandbox sandbox = KratySandbox.start();
    private final FakeTiming timing = FakeTiming.byHand();
    private final Locked store = new Locked();
    private final Kraty kraty =
            Kraty.create(PlayTestOptions.on(sandbox, timing).secretStore(store).build());

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private void passUntil(String what, BooleanSupplier condition) throws InterruptedException {
        Await.until(what, () -> {
            timing.advance(Duration.ofSeconds(10));
            return condition.getAsBoolean();
        });
    }

    private boolean isAsked(String operation) {
        return sandbox.requests().stream().anyMatch(request -> operation.equals(request.operation()));
    }

    private void unlock() throws InterruptedException {
        int before = store.tries.get();
        passUntil("it tries again", () -> store.tries.get() > before + 2);
        store.locked = false;
    }

    private void assertGoesOn(BackgroundTask task, String operation) throws Exception {
        unlock();
        passUntil(operation, () -> isAsked(operation) || !task.isRunning());
        assertTrue(task.isRunning(), () -> "ended with " + task.failure());
    }

    private static boolean isOver(SubscriptionState state) {
        return state instanceof SubscriptionState.Ended;
    }

    private void assertGetsLive(Supplier<SubscriptionState> state) throws Exception {
        Await.until("it is not live", () -> state.get() instanceof Degraded);
        assertInstanceOf(KratySecretStoreException.class, ((Degraded) state.get()).reason());
        unlock();
        passUntil("it is over or live", () -> state.get() instanceof Live || isOver(state.get()));
        assertInstanceOf(Live.class, state.get());
    }

    @Test
    void poller_goesOn() throws Exception {
        List<KratyException> errors = new CopyOnWriteArrayList<>();
        assertGoesOn(
                kraty.pollPendingGrants(PollPendingGrantsOptions.builder()
                        .onBatch(batch -> {})
                        .onError(errors::add)
                        .build()),
                "listPendingGrants");
        assertInstanceOf(KratySecretStoreException.class, errors.get(0));
    }

    @Test
    void heartbeat_goesOn() throws Exception {
        assertGoesOn(kraty.friends().keepOnline(), "heartbeat");
    }

    @Test
    void watch_getsLive() throws Exception {
        HoldingsWatch watch = kraty.inventory().watch(event -> {});
        assertGetsLive(watch::state);
    }

    @Test
    void subscriptionWithTheOwnPlace_getsLive() throws Exception {
        String board;
        try (Kraty other =
                Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing()).build())) {
            board = other.events().start("coin_rush").leaderboardId();
        }
        BoardSubscription subscription = kraty.leaderboards()
                .subscribe(
                        board,
                        event -> {},
                        BoardOptions.builder().includeSelf(true).build());
        unlock();
        passUntil("it is over or read", () -> subscription.board().version() > 0 || isOver(subscription.state()));
        passUntil("it is over or live", () -> subscription.state() instanceof Live || isOver(subscription.state()));
        assertInstanceOf(Live.class, subscription.state());
        assertEquals(2, sandbox.players().size());
    }
}
