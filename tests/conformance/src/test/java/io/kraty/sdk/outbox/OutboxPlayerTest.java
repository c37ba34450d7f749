package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxResult.Done;
import io.kraty.sdk.live.OutboxState;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.store.SecretStore;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Gate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A write belongs to its player for ever, and is never sent as another. */
class OutboxPlayerTest {
    private final Tunnel tunnel = new Tunnel();
    private final HeardOutbox heard = new HeardOutbox();

    @AfterEach
    void end() {
        tunnel.close();
    }

    @Test
    void afterLogout_itWaitsForTheReturn() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        tunnel.sandbox.goOffline();
        Writes.debit(kraty, 10);
        Await.until("it waits", () -> tunnel.timing.untilNext() != null);
        kraty.logout();
        tunnel.sandbox.goOnline();
        kraty.signIn("bob", tunnel.sandbox.register("bob"));
        tunnel.sandbox.credit("bob", "gold", 100);
        Writes.debit(kraty, 7);
        tunnel.until("bob's", () -> heard.all().size() == 1);
        tunnel.timing.advance(Duration.ofHours(1));

        assertEquals("bob", heard.done().entry().externalPlayerId());
        assertEquals(0, tunnel.debits());
        assertEquals(List.of(), kraty.outbox().pending());
        assertEquals(1, kraty.as(Tunnel.PLAYER).outbox().pending().size());

        kraty.signIn(Tunnel.PLAYER, tunnel.sandbox.secretOf(Tunnel.PLAYER).orElseThrow());
        tunnel.until("alice's", () -> heard.all().size() == 2);
        assertEquals(1, tunnel.debits());
        assertEquals(1, tunnel.debits("bob"));
    }

    @Test
    void logoutInTheMiddleOfABacklog_endsIt() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        CountDownLatch loggedOut = new CountDownLatch(1);
        OkHttpClient way = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    if (chain.request().url().encodedPath().endsWith("/debit")) {
                        second.countDown();
                        if (second.getCount() == 0) {
                            awaitQuietly(loggedOut);
                        }
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        Kraty kraty = tunnel.launchWithGold(tunnel.options().httpClient(way));
        kraty.pause();
        for (int amount = 1; amount <= 30; amount++) {
            Writes.debit(kraty, amount);
        }
        kraty.resume();
        assertTrue(second.await(60, TimeUnit.SECONDS));

        kraty.logout();
        kraty.signIn("bob", tunnel.sandbox.register("bob"));
        kraty.outbox().onResult(heard);
        loggedOut.countDown();
        kraty.outbox().trackPurchase(Writes.purchase("bobs"));
        tunnel.until(
                "bob's",
                () -> heard.all().stream()
                        .anyMatch(result -> result.entry().operation().equals("trackPurchase")));
        Tunnel.untilIdle();

        assertEquals(2, tunnel.requests("debitWallet").size(), "the second was on its way");
        assertEquals(28, kraty.as(Tunnel.PLAYER).outbox().pending().size());
    }

    /** What is about to be sent waits in the middle of its call, and somebody else plays when it goes on. */
    @Test
    void logoutWhilePaused_stopsWhatIsAboutToBeSent() throws Exception {
        AtomicReference<Kraty> pausing = new AtomicReference<>();
        CountDownLatch noted = new CountDownLatch(1);
        OutboxStore kept = tunnel.store;
        tunnel.store = new OutboxStore() {
            @Override
            public String read(String name) {
                return kept.read(name);
            }

            @Override
            public void update(String name, UnaryOperator<String> change) {
                kept.update(name, change);
                String text = kept.read(name);
                if (text != null && text.contains("\"sent\"") && noted.getCount() > 0) {
                    pausing.get().pause();
                    noted.countDown();
                }
            }
        };
        Kraty kraty = tunnel.launchWithGold();
        pausing.set(kraty);
        Writes.debit(kraty, 10);
        assertTrue(noted.await(60, TimeUnit.SECONDS), "it is never sent");

        kraty.logout();
        kraty.signIn("bob", tunnel.sandbox.register("bob"));
        kraty.outbox().onResult(heard);
        kraty.resume();
        kraty.outbox().trackPurchase(Writes.purchase("bobs"));
        tunnel.until("bob's", () -> !heard.all().isEmpty());
        Tunnel.untilIdle();

        assertEquals(List.of(), tunnel.requests("debitWallet"));
        assertEquals(
                OutboxState.WAITING,
                kraty.as(Tunnel.PLAYER).outbox().pending().get(0).state());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void playerOfAMoment_hearsResultsAllTheSame() throws Exception {
        Kraty first = tunnel.launchWithGold();
        Writes.debit(first, 10);
        tunnel.until("done, and told nobody", () -> first.outbox().pending().isEmpty() && tunnel.debits() == 1);
        first.close();

        Kraty next = tunnel.launch();
        next.pause();
        next.outbox().onResult(heard);
        next.signIn(Tunnel.PLAYER, tunnel.sandbox.secretOf(Tunnel.PLAYER).orElseThrow());
        next.signIn("bob", tunnel.sandbox.register("bob"));
        next.resume();

        tunnel.until("alice's", () -> heard.all().size() == 1);
        assertEquals(Tunnel.PLAYER, heard.done().entry().externalPlayerId());
    }

    @Test
    void wrongSecret_locksOutUntilThePlayerSignsIn() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        String other = tunnel.sandbox.rotateSecret(Tunnel.PLAYER);

        OutboxEntry accepted = Writes.debit(kraty, 10);
        tunnel.until("locked out", () -> kraty.outbox().pending().get(0).state() == OutboxState.LOCKED_OUT);
        tunnel.timing.advance(Duration.ofHours(30));
        assertEquals(OutboxState.LOCKED_OUT, kraty.outbox().pending().get(0).state());
        assertEquals(1, tunnel.requests("debitWallet").size(), "asking again cannot help");

        kraty.signIn(Tunnel.PLAYER, other);
        tunnel.until("a result", () -> !heard.all().isEmpty());
        assertEquals(accepted.key(), heard.done().entry().key());
        assertEquals(1, tunnel.debits());
    }

    @Test
    void rotatedHere_goesOn() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.rotateSecret(Tunnel.PLAYER);
        Writes.debit(kraty, 10);
        tunnel.until("locked out", () -> kraty.outbox().pending().get(0).state() == OutboxState.LOCKED_OUT);

        kraty.players().rotate(Tunnel.PLAYER);

        tunnel.until("done", () -> tunnel.debits() == 1);
    }

    @Test
    void nextLaunch_goesOnAsSoonAsThePlayerIsKnown() throws Exception {
        Kraty first = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        OutboxEntry accepted = Writes.debit(first, 10);
        first.close();
        tunnel.sandbox.goOnline();

        Kraty second = tunnel.launch();
        second.ensureIdentity();
        tunnel.until("done", () -> tunnel.debits() == 1);

        Kraty third = tunnel.launch();
        third.outbox().onResult(heard);
        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertEquals(accepted.key(), heard.done().entry().key());
    }

    @Test
    void firstUseOfTheNextLaunch_findsOutWhoPlaysByItself() throws Exception {
        Kraty first = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        Writes.debit(first, 10);
        first.close();
        tunnel.sandbox.goOnline();

        tunnel.launch().outbox().onResult(heard);

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Done.class, heard.only());
    }

    @Test
    void nobodyYet_isThePlayerWhoIsRegisteredNext() throws Exception {
        tunnel.sandbox.goOffline();
        Kraty first = tunnel.launch();
        OutboxEntry accepted = first.outbox().trackPurchase(Writes.purchase("t-1"));
        assertTrue(accepted.externalPlayerId().startsWith("kp_"), accepted.toString());
        assertEquals(
                accepted.externalPlayerId(),
                first.outbox().trackPurchase(Writes.purchase("t-2")).externalPlayerId());
        assertEquals(2, first.outbox().pending().size());
        first.close();
        tunnel.sandbox.goOnline();

        Kraty second = tunnel.launch();
        second.outbox().onResult(heard);
        tunnel.until("the results", () -> heard.all().size() == 2);

        assertEquals(List.of(accepted.externalPlayerId()), tunnel.sandbox.players());
        assertEquals(
                accepted.externalPlayerId(), second.activeExternalPlayerId().orElseThrow());
    }

    @Test
    void nobodyYet_isNeverSomebodyWhoSignsIn() throws Exception {
        tunnel.sandbox.goOffline();
        Kraty kraty = tunnel.launch();
        kraty.outbox().trackPurchase(Writes.purchase("t-1"));
        tunnel.sandbox.goOnline();

        kraty.signIn("bob", tunnel.sandbox.register("bob"));
        kraty.outbox().trackPurchase(Writes.purchase("t-2"));
        tunnel.until("bob's", () -> tunnel.requests("trackPurchase").size() == 1);
        tunnel.timing.advance(Duration.ofHours(1));

        assertEquals(1, tunnel.requests("trackPurchase").size());
        assertEquals("bob", tunnel.requests("trackPurchase").get(0).externalPlayerId());
    }

    @Test
    void namedPlayer_isRegisteredForIt() throws Exception {
        Kraty kraty = tunnel.launch(tunnel.options().activeExternalPlayerId("carol"));
        kraty.outbox().onResult(heard);

        assertEquals(
                "carol", kraty.outbox().trackPurchase(Writes.purchase("t-1")).externalPlayerId());

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertEquals(List.of("carol"), tunnel.sandbox.players());
    }

    /** The game asks who plays once, in vain; then nobody asks any more. */
    @Test
    void playerWhoCouldNotBeRegisteredOffline_isRegisteredForWhatAnEarlierLaunchKept() throws Exception {
        tunnel.sandbox.goOffline();
        Kraty first = tunnel.launch(tunnel.options().activeExternalPlayerId("carol"));
        first.outbox().trackPurchase(Writes.purchase("t-1"));
        first.close();
        Tunnel.untilIdle();

        Kraty next = tunnel.launch(tunnel.options().activeExternalPlayerId("carol"));
        assertThrows(KratyNetworkException.class, next::ensureIdentity);
        Tunnel.untilIdle();
        tunnel.sandbox.goOnline();

        tunnel.until("it is sent", () -> tunnel.requests("trackPurchase").size() == 1);
    }

    @Test
    void playerWhoCannotBeRegistered_isNotTriedAgainAndAgain() throws Exception {
        tunnel.sandbox.register("carol"); // elsewhere; her secret is not here
        Gate gate = new Gate("/register");
        Kraty kraty = tunnel.launchWhileRegistering("carol", gate);
        gate.open();
        for (int day = 0; day < 3; day++) {
            Tunnel.untilIdle();
            tunnel.timing.advance(Duration.ofDays(1));
        }
        Tunnel.untilIdle();

        assertEquals(1, tunnel.requests("registerPlayer").size());
        kraty.signIn("carol", tunnel.sandbox.secretOf("carol").orElseThrow());
        tunnel.until("done", () -> tunnel.requests("trackPurchase").size() == 1);
    }

    @Test
    void view_keepsItsPlayersWrites() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        String secret = tunnel.sandbox.register("bob");
        tunnel.sandbox.credit("bob", "gold", 100);
        kraty.outbox().onResult(heard);

        Writes.debit(kraty.as("bob"), 10);
        Writes.debit(kraty, 7);
        tunnel.until("alice's", () -> heard.all().size() == 1);
        assertEquals(0, tunnel.debits("bob"), "nobody's secret but his own may be used");

        Writes.debit(kraty.with(RequestOptions.as("bob").playerSecret(secret)), 11);
        tunnel.until("bob's", () -> heard.all().size() == 3);
        assertEquals(2, tunnel.debits("bob"));
        assertEquals(1, tunnel.debits());
    }

    @Test
    void unknownPlayer_acceptsNothing() {
        SecretStore locked = new SecretStore() {
            @Override
            public String read(String name) {
                throw new IllegalStateException("the keychain is locked");
            }

            @Override
            public void write(String name, String value) {
                throw new IllegalStateException("the keychain is locked");
            }

            @Override
            public void remove(String name) {
                throw new IllegalStateException("the keychain is locked");
            }
        };
        Kraty kraty = tunnel.launch(tunnel.options().secretStore(locked));

        assertThrows(KratySecretStoreException.class, () -> kraty.outbox().trackPurchase(Writes.purchase("t-1")));
        assertEquals(null, tunnel.store.read(Names.of(tunnel.sandbox)));
    }
}
