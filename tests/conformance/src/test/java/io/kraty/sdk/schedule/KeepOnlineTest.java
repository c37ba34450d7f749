package io.kraty.sdk.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.PresenceStatus;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.live.PresenceHeartbeat;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The heartbeat that keeps a player online for their friends. */
class KeepOnlineTest {
    private static final Duration BEAT = Duration.ofSeconds(30);

    private final KratySandbox sandbox = KratySandbox.start();
    private final FakeTiming timing = FakeTiming.byHand();
    private final Kraty kraty = Kraty.create(
            PlayTestOptions.on(sandbox, timing).retry(KratyRetryConfig.none()).build());

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private List<RecordedRequest> beats() {
        return sandbox.requests().stream()
                .filter(request -> "heartbeat".equals(request.operation()))
                .toList();
    }

    private void awaitBeats(int count) throws InterruptedException {
        Await.until("the pause after heartbeat " + count, () -> timing.sleeps().size() == count);
        assertEquals(count, beats().size());
    }

    private String status() {
        return String.valueOf(kraty.friends().heartbeat().status());
    }

    @Test
    void beats_atOnceAndEveryHalfMinute() throws Exception {
        PresenceHeartbeat heartbeat = kraty.friends().keepOnline();
        awaitBeats(1);
        timing.advance(BEAT.minusNanos(1));
        assertEquals(1, beats().size());
        timing.advance(Duration.ofNanos(1));
        awaitBeats(2);

        assertTrue(heartbeat.isRunning());
        heartbeat.close();
        timing.advance(BEAT.multipliedBy(10));
        assertFalse(heartbeat.isRunning());
        assertEquals(null, Await.result(heartbeat.completion()));
        kraty.friends().list(); // what would come meanwhile has come
        assertEquals(2, beats().size());
    }

    @Test
    void beats_carryJitter() throws Exception {
        timing.random(0);
        kraty.friends().keepOnline();
        awaitBeats(1);
        timing.advance(Duration.ofSeconds(27));
        awaitBeats(2);
    }

    @Test
    void newStatus_isSentAtOnce() throws Exception {
        PresenceHeartbeat heartbeat = kraty.friends().keepOnline("in_menu");
        awaitBeats(1);
        heartbeat.status("in_match");
        awaitBeats(2);
        assertTrue(status().contains("in_match"), status());
        heartbeat.status(PresenceStatus.cleared());
        Await.until("cleared", () -> status().equals("null"));
    }

    @Test
    void whatMayPass_doesNotEndIt() throws Exception {
        sandbox.addTrouble(Trouble.on("heartbeat")
                .script(Effect.rateLimited(Duration.ofSeconds(90)), Effect.resetBefore())
                .build());
        PresenceHeartbeat heartbeat = kraty.friends().keepOnline();
        awaitBeats(1);
        // The platform asked for longer than a beat, and all were told the same: half a beat more, by chance.
        Await.until("it waits so long", () -> Duration.ofSeconds(105).equals(timing.untilNext()));
        timing.advance(Duration.ofSeconds(105));
        awaitBeats(2);
        timing.advance(BEAT);
        awaitBeats(3);

        assertTrue(heartbeat.isRunning());
        assertTrue(heartbeat.failure().isEmpty());
    }

    @Test
    void refusedSecret_endsIt() throws Exception {
        String player = kraty.ensureIdentity().externalPlayerId();
        sandbox.rotateSecret(player);
        PresenceHeartbeat heartbeat = kraty.friends().keepOnline();
        Await.until("it ends", () -> !heartbeat.isRunning());

        assertTrue(((KratyApiException) heartbeat.failure().orElseThrow()).isAuthentication());
        assertInstanceOf(
                KratyApiException.class,
                assertThrows(
                                CompletionException.class,
                                () -> heartbeat.completion().join())
                        .getCause());
    }

    @Test
    void logout_endsIt() throws Exception {
        PresenceHeartbeat heartbeat = kraty.friends().keepOnline();
        awaitBeats(1);
        kraty.logout();
        Await.until("it ends", () -> !heartbeat.isRunning());

        assertTrue(heartbeat.failure().isEmpty());
        assertEquals(1, beats().size());
        assertTrue(kraty.activeExternalPlayerId().isEmpty(), "nobody was registered for it");
    }

    @Test
    void signInOfAnother_endsIt() throws Exception {
        PresenceHeartbeat heartbeat = kraty.friends().keepOnline();
        awaitBeats(1);
        kraty.signIn("other", sandbox.register("other"));
        Await.until("it ends", () -> !heartbeat.isRunning());

        assertEquals(1, beats().size());
    }

    @Test
    void closingKraty_endsIt() throws Exception {
        PresenceHeartbeat heartbeat = kraty.friends().keepOnline();
        awaitBeats(1);
        kraty.close();

        assertFalse(heartbeat.isRunning());
        assertEquals(null, Await.result(heartbeat.completion()));
    }
}
