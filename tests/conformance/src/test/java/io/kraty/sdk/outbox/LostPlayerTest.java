package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxResult.Done;
import io.kraty.sdk.live.OutboxResult.Expired;
import io.kraty.sdk.store.FullStore;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.SecretStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is accepted for a player who cannot come back; and if one is lost later, that is told. */
class LostPlayerTest {
    private static final Duration LONG = Duration.ofDays(31);

    private final Tunnel tunnel = new Tunnel();
    private final HeardOutbox heard = new HeardOutbox();

    @AfterEach
    void end() {
        tunnel.close();
    }

    private String playedBefore() {
        Kraty first = tunnel.launch();
        String player = first.ensureIdentity().externalPlayerId();
        first.close();
        return player;
    }

    private String name(String kind) {
        return Names.of(tunnel.sandbox).replace("/outbox", "/" + kind);
    }

    /** Accepts a write without a network; it is done when there is one, and whose it was has been registered. */
    private OutboxEntry acceptedOffline_isDone(Kraty kraty) throws Exception {
        kraty.outbox().onResult(heard);
        tunnel.sandbox.goOffline();
        OutboxEntry accepted = kraty.outbox().trackPurchase(Writes.purchase("t-1"));
        assertEquals(
                List.of(accepted.key()),
                kraty.outbox().pending().stream().map(OutboxEntry::key).toList());
        tunnel.sandbox.goOnline();
        tunnel.until("done", () -> !heard.all().isEmpty());
        assertInstanceOf(Done.class, heard.only());
        assertEquals(accepted.externalPlayerId(), kraty.ensureIdentity().externalPlayerId());
        return accepted;
    }

    @Test
    void secretThatIsGone_isNoPlayer_andTheWriteIsOfWhoIsRegisteredNext() throws Exception {
        String before = playedBefore();
        tunnel.secrets.remove(name("secret/" + before));

        assertNotEquals(before, acceptedOffline_isDone(tunnel.launch()).externalPlayerId());
    }

    @Test
    void secretThatIsDamaged_isNoPlayer_andTheWriteIsOfWhoIsRegisteredNext() throws Exception {
        String before = playedBefore();
        tunnel.secrets.write(name("secret/" + before), "gar\u0001bage");

        assertNotEquals(before, acceptedOffline_isDone(tunnel.launch()).externalPlayerId());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void logoutThatBrokeOff_leavesNobodyToAcceptFor_orThePlayer(int changes) throws Exception {
        DyingStore dying = new DyingStore(tunnel.secrets);
        Kraty first = tunnel.launch(tunnel.options().secretStore(dying));
        first.ensureIdentity();
        dying.left = changes;
        try {
            first.logout();
        } catch (KratyException e) {
            assertInstanceOf(KratySecretStoreException.class, e);
        }
        first.close();

        acceptedOffline_isDone(tunnel.launch());
    }

    @Test
    void begunPlayer_isTheSameOnAFullDisk() throws Exception {
        tunnel.sandbox.goOffline();
        Kraty first = tunnel.launch();
        OutboxEntry accepted = first.outbox().trackPurchase(Writes.purchase("t-1"));
        first.close();
        tunnel.sandbox.goOnline();

        Kraty second = tunnel.launch(tunnel.options().secretStore(new FullStore(tunnel.secrets)));
        second.outbox().onResult(heard);

        tunnel.until("done", () -> !heard.all().isEmpty());
        assertEquals(accepted.key(), heard.done().entry().key());
        assertEquals(List.of(accepted.externalPlayerId()), tunnel.sandbox.players());
    }

    @Test
    void nobodyOnAFullDisk_acceptsNothing() {
        tunnel.sandbox.goOffline();
        Kraty kraty = tunnel.launch(tunnel.options().secretStore(new FullStore(tunnel.secrets)));

        assertThrows(KratySecretStoreException.class, () -> kraty.outbox().trackPurchase(Writes.purchase("t-1")));
        assertEquals(null, tunnel.store.read(Names.of(tunnel.sandbox)));
    }

    @Test
    void playerWhoLastedForASession_isReportedInTime() throws Exception {
        Kraty first = tunnel.launch(tunnel.options().secretStore(new FullStore(tunnel.secrets)));
        first.ensureIdentity();
        first.pause();
        OutboxEntry accepted = Writes.debit(first, 10);
        first.close();
        tunnel.timing.advance(LONG);

        Kraty next = tunnel.launch();
        next.outbox().onResult(heard);
        next.ensureIdentity();

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Expired.class, heard.only());
        assertEquals(accepted.key(), heard.only().entry().key());
        assertEquals(accepted.externalPlayerId(), heard.only().entry().externalPlayerId());
    }

    /** What ended while they played was theirs to hear, and is nobody else's. */
    @Test
    void playerWhoLastedForASession_isNotSpokenForByTheNext() throws Exception {
        Kraty first = tunnel.launch(tunnel.options().secretStore(new FullStore(tunnel.secrets)));
        first.ensureIdentity();
        first.outbox().trackPurchase(Writes.purchase("t-1"));
        tunnel.until("done, and told nobody", () -> first.outbox().pending().isEmpty());
        first.close();

        Kraty next = tunnel.launch();
        next.outbox().onResult(heard);
        next.ensureIdentity();
        OutboxEntry own = next.outbox().trackPurchase(Writes.purchase("t-2"));

        tunnel.until("its own", () -> heard.keys().contains(own.key()));
        assertEquals(List.of(own.key()), heard.keys());
    }

    /** Whoever's secret is here may play again, and hears it then. */
    @Test
    void playerWhoIsOnlyAway_isReportedWhenTheyAreBack() throws Exception {
        Kraty first = tunnel.launchWithGold();
        first.pause();
        OutboxEntry accepted = Writes.debit(first, 10);
        first.signIn("bob", tunnel.sandbox.register("bob"));
        first.close();
        tunnel.timing.advance(LONG);

        Kraty next = tunnel.launch();
        next.outbox().onResult(heard);
        OutboxEntry ofBob = next.outbox().trackPurchase(Writes.purchase("t-1"));
        tunnel.until("bob's", () -> !heard.all().isEmpty());
        Tunnel.untilIdle(); // what cannot be sent to anybody is given up once the rest has been
        assertEquals(List.of(ofBob.key()), heard.keys());

        next.signIn(Tunnel.PLAYER, tunnel.sandbox.secretOf(Tunnel.PLAYER).orElseThrow());
        tunnel.until("alice's", () -> heard.all().size() == 2);
        assertInstanceOf(Expired.class, heard.all().get(1));
        assertEquals(accepted.key(), heard.all().get(1).entry().key());
    }

    /** Changes a few more things, and then nothing. */
    private static final class DyingStore implements SecretStore {
        private final InMemorySecretStore store;
        private int left = Integer.MAX_VALUE;

        private DyingStore(InMemorySecretStore store) {
            this.store = store;
        }

        private void change() {
            if (left-- <= 0) {
                throw new IllegalStateException("the process is gone");
            }
        }

        @Override
        public String read(String name) {
            return store.read(name);
        }

        @Override
        public void write(String name, String value) {
            change();
            store.write(name, value);
        }

        @Override
        public void remove(String name) {
            change();
            store.remove(name);
        }
    }
}
