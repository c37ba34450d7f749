package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxResult.Done;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Under one key of the game's there is one write: the same is the same, whoever sent it before, and another is refused. */
class OutboxKeyTest {
    private final Tunnel tunnel = new Tunnel();
    private final HeardOutbox heard = new HeardOutbox();

    @AfterEach
    void end() {
        tunnel.close();
    }

    private static KratyView under(Kraty kraty, String key) {
        return kraty.with(RequestOptions.none().idempotencyKey(key));
    }

    private Done result(int number) throws InterruptedException {
        tunnel.until("result " + number, () -> heard.all().size() == number);
        return assertInstanceOf(Done.class, heard.all().get(number - 1));
    }

    @Test
    void callInDoubt_isHandedOverWithItsKey() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        String attempt = kraty.events().start("coin_rush").attempt().id();
        tunnel.sandbox.addTrouble(Trouble.on("reportProgress")
                .times(1)
                .effect(Effect.resetAfter())
                .build());
        KratyNetworkException doubt = assertThrows(
                KratyNetworkException.class,
                () -> kraty.events().progress("coin_rush", attempt, ProgressInput.increment(3)));
        tunnel.timing.advance(Duration.ofSeconds(30));

        under(kraty, doubt.idempotencyKey()).outbox().progress("coin_rush", attempt, ProgressInput.increment(3));

        assertEquals(3.0, result(1).progress().attempt().score(), 0.0);
    }

    /** As a game does that was killed before it noted that it has the result. */
    @Test
    void keyWhoseResultWasTaken_givesItAgain() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        String attempt = kraty.events().start("coin_rush").attempt().id();
        TrackPurchaseRequest keyed =
                Writes.purchase("t-1").toBuilder().idempotencyKey("purchase-1").build();
        for (int launch = 0; launch < 2; launch++) {
            under(kraty, "quest-7").outbox().progress("coin_rush", attempt, ProgressInput.increment(3));
            assertEquals(3.0, result(3 * launch + 1).progress().attempt().score(), 0.0);
            under(kraty, "purchase-2").outbox().trackPurchase(Writes.purchase("t-2"));
            assertEquals("t-2", result(3 * launch + 2).purchase().transactionId());
            kraty.outbox().trackPurchase(keyed);
            assertEquals("t-1", result(3 * launch + 3).purchase().transactionId());
            tunnel.timing.advance(Duration.ofSeconds(30));
        }
    }

    @Test
    void sameKeyForAnotherAmount_isRefused() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        OutboxEntry five = Writes.debit(under(kraty, "quest-7"), 5);

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Writes.debit(under(kraty, "quest-7"), 7));

        assertTrue(refused.getMessage().startsWith("idempotencyKey: "), refused.getMessage());
        assertEquals(five.createdAt(), Writes.debit(under(kraty, "quest-7"), 5).createdAt());
        assertEquals(1, kraty.outbox().pending().size());
    }

    @Test
    void sameKeyForAnotherAttempt_isRefused() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        KratyView quest = under(kraty, "quest-7");
        quest.outbox().progress("e", "a", ProgressInput.increment(3));

        assertThrows(
                IllegalArgumentException.class, () -> quest.outbox().progress("e", "b", ProgressInput.increment(3)));

        assertEquals(1, kraty.outbox().pending().size());
    }

    @Test
    void sameKeyAtAnotherTime_isTheSameWrite() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        KratyView quest = under(kraty, "quest-7");
        OutboxEntry first = quest.outbox().progress("e", "a", ProgressInput.increment(3));
        tunnel.timing.advance(Duration.ofSeconds(1));

        OutboxEntry again = quest.outbox().progress("e", "a", ProgressInput.increment(3));

        assertEquals(first.createdAt(), again.createdAt());
        assertEquals(1, kraty.outbox().pending().size());
    }
}
