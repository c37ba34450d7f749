package io.kraty.sdk.outbox;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.store.InMemoryOutboxStore;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.EveryThread;
import io.kraty.sdk.wire.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A device on a bad way, with a sandbox at its end: what the device keeps outlasts its launches, and its time passes by the
 * test's doing. Calls are tried once, so that all repeating is the outbox's.
 */
final class Tunnel implements AutoCloseable {
    static final String PLAYER = "alice";
    static final String BOARD = "weekly_score";

    final KratySandbox sandbox = KratySandbox.start();
    final FakeTiming timing = FakeTiming.byHand();
    final InMemorySecretStore secrets = new InMemorySecretStore();
    OutboxStore store = new InMemoryOutboxStore();
    private final List<Kraty> launched = new ArrayList<>();

    KratyClientOptions.Builder options() {
        return PlayTestOptions.on(sandbox, timing)
                .timeout(Duration.ofSeconds(20))
                .retry(KratyRetryConfig.builder().attempts(1).build())
                .secretStore(secrets)
                .outboxStore(store);
    }

    /** A launch of whoever played before. */
    Kraty launch() {
        return launch(options());
    }

    Kraty launch(KratyClientOptions.Builder options) {
        Kraty kraty = Kraty.create(options.build());
        launched.add(kraty);
        return kraty;
    }

    /** A launch of {@link #PLAYER}, who has 1,000 gold and is signed in. */
    Kraty launchWithGold() {
        return launchWithGold(options());
    }

    Kraty launchWithGold(KratyClientOptions.Builder options) {
        Kraty kraty = launch(options);
        kraty.signIn(PLAYER, sandbox.register(PLAYER));
        sandbox.credit(PLAYER, "gold", 1000);
        return kraty;
    }

    /** Lets the device's time pass, second by second, until it is so. */
    void until(String what, BooleanSupplier condition) throws InterruptedException {
        Await.until(what, () -> {
            if (condition.getAsBoolean()) {
                return true;
            }
            Duration next = timing.untilNext();
            if (next != null && next.compareTo(Duration.ofMinutes(6)) < 0) {
                timing.advance(next);
            }
            return condition.getAsBoolean();
        });
    }

    /** A launch of somebody who is to be registered for a purchase, which {@code gate} holds up: the outbox waits for it. */
    Kraty launchWhileRegistering(String player, Gate gate) throws InterruptedException {
        Kraty kraty = launch(options().httpClient(gate.client()).activeExternalPlayerId(player));
        kraty.outbox().trackPurchase(Writes.purchase("t-1"));
        gate.awaitArrival();
        Await.until("the outbox asks who plays", () -> isAnybodyIn(".outbox.Speakers"));
        return kraty;
    }

    /** Until nobody is at work on an outbox, or on who plays. */
    static void untilIdle() throws InterruptedException {
        Await.until("the round is over", () -> !isAnybodyIn(".outbox.Outbox") && !isAnybodyIn(".engine.Engine"));
    }

    private static boolean isAnybodyIn(String type) {
        return EveryThread.now().stream().anyMatch(thread -> thread.isIn(type));
    }

    /** How often the player was debited. */
    long debits() {
        return debits(PLAYER);
    }

    long debits(String player) {
        return sandbox.ledger().stream()
                .filter(entry -> entry.externalPlayerId().equals(player) && entry.delta() < 0)
                .count();
    }

    /** By how much, each time. */
    List<Long> spent() {
        return sandbox.ledger().stream()
                .filter(entry -> entry.delta() < 0)
                .map(LedgerEntry::delta)
                .map(delta -> -delta)
                .toList();
    }

    /** What was asked of the platform. */
    List<RecordedRequest> requests(String operation) {
        return sandbox.requests().stream()
                .filter(request -> operation.equals(request.operation()))
                .toList();
    }

    @Override
    public void close() {
        launched.forEach(Kraty::close);
        sandbox.close();
    }
}
