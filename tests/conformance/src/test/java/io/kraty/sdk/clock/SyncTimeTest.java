package io.kraty.sdk.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Limits;
import io.kraty.sdk.wire.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncTimeTest {
    private static final Duration SHORT = Duration.ofMillis(40);

    private TimeServer server;
    private Kraty kraty;

    @BeforeEach
    void start() throws Exception {
        server = new TimeServer();
        kraty = server.client();
    }

    @AfterEach
    void stop() throws Exception {
        kraty.close();
        server.close();
    }

    private void answersThrice() {
        server.answers(SHORT).answers(SHORT).answers(SHORT);
    }

    @Test
    void serverNow_beforeTheFirstSyncSaysWhatToDo() {
        assertFalse(kraty.isTimeSynced());

        IllegalStateException e = assertThrows(IllegalStateException.class, kraty::serverNow);
        assertTrue(e.getMessage().contains("syncTime()"), e.getMessage());
    }

    @Test
    void serverNow_isTheServersTime() {
        answersThrice();
        kraty.syncTime();

        assertTrue(kraty.isTimeSynced());
        assertEquals(server.now(), kraty.serverNow());
        for (Received request : server.requests()) {
            assertEquals("/sdk/v1/time", request.target());
        }
    }

    @Test
    void serverNow_countsOnByTheClockThatNobodyCanSet() {
        answersThrice();
        kraty.syncTime();
        server.timing.now(Instant.parse("1999-01-01T00:00:00Z")); // the player turns the device's clock back
        server.timing.advance(Duration.ofHours(3).plusNanos(7));

        assertEquals(server.now(), kraty.serverNow());
        assertEquals(3, server.requests().size(), "reading asks nobody");
    }

    @ParameterizedTest
    @CsvSource({"20, 300, 500", "300, 20, 500", "500, 300, 20"})
    void shortestRoundTrip_isTheOneThatCounts(long first, long second, long third) {
        for (long millis : new long[] {first, second, third}) {
            Duration trip = Duration.ofMillis(millis);
            if (millis == 20) {
                server.answers(trip);
            } else {
                server.answers(Duration.ZERO, trip); // all of it on the way back: half of it would be wrong
            }
        }

        assertEquals(Duration.ofMillis(20), kraty.syncTime());
        assertEquals(server.now(), kraty.serverNow());
    }

    @Test
    void unevenWays_areOffByHalfOfTheRoundTripAtMost() {
        server.answers(Duration.ZERO, SHORT).answers(Duration.ZERO, SHORT).answers(Duration.ZERO, SHORT);

        assertEquals(SHORT, kraty.syncTime());
        assertEquals(SHORT.dividedBy(2), Duration.between(kraty.serverNow(), server.now()));
    }

    @Test
    void samples_areTakenOneAfterTheOther() throws Exception {
        for (int i = 1; i <= 3; i++) {
            int soFar = i;
            server.then(exchange -> {
                assertEquals(soFar, server.requests().size()); // else the connection drops, and one is missing
                exchange.json(200, TimeServer.time(soFar));
            });
        }
        kraty.syncTime();

        assertEquals(3, server.requests().size());
        assertEquals(Instant.ofEpochMilli(1), kraty.serverNow(), "of equals the first");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void oneThatFails_isMadeUpForByTheOthers(int failing) {
        for (int i = 0; i < 3; i++) {
            if (i == failing) {
                server.drops();
            } else {
                server.answers(SHORT);
            }
        }

        assertEquals(SHORT, kraty.syncTime());
        assertEquals(server.now(), kraty.serverNow());
        assertEquals(3, server.requests().size());
    }

    @Test
    void oneAnswer_isEnoughWhateverTheOthersAre() {
        server.fails(503).then(exchange -> exchange.answer(200, "text/html", "<html>Welcome to the Wi-Fi</html>"));
        server.answers(SHORT);

        assertEquals(SHORT, kraty.syncTime());
        assertEquals(server.now(), kraty.serverNow());
    }

    @Test
    void ifAllFail_theLastErrorSurfaces() {
        server.fails(500).drops().fails(503);

        assertEquals(503, assertThrows(KratyApiException.class, kraty::syncTime).status());
        assertEquals(3, server.requests().size());
        assertFalse(kraty.isTimeSynced());
    }

    @Test
    void ifAllFail_whatWasKnownStays() {
        answersThrice();
        kraty.syncTime();
        server.drops().drops().drops();

        assertThrows(KratyNetworkException.class, kraty::syncTime);
        server.timing.advance(Duration.ofMinutes(1));
        assertEquals(server.now(), kraty.serverNow());
    }

    @Test
    void errorThatAskingAgainCannotHelp_endsTheAsking() {
        server.fails(401);

        assertEquals(401, assertThrows(KratyApiException.class, kraty::syncTime).status());
        assertEquals(1, server.requests().size());
    }

    @Test
    void errorThatAskingAgainCannotHelp_doesNotUndoAnAnswer() {
        server.answers(SHORT).fails(403);

        assertEquals(SHORT, kraty.syncTime());
        assertEquals(server.now(), kraty.serverNow());
        assertEquals(2, server.requests().size());
    }

    @Test
    void platformThatAsksForALongPause_isNotAskedAgain() {
        server.then(exchange -> exchange.answer(
                429,
                "application/json",
                "{\"error\":{\"code\":\"rate_limited\",\"message\":\"slow down\"}}",
                "Retry-After: 3600"));

        assertTrue(assertThrows(KratyApiException.class, kraty::syncTime).isRateLimited());
        assertEquals(1, server.requests().size());
    }

    @Test
    void failedAttemptsAndTheWaitsAfterThem_areNotPartOfTheRoundTrip() throws Exception {
        server.fails(503).answers(SHORT).drops().fails(500).answers(SHORT).answers(SHORT);
        try (Kraty repeating =
                Kraty.create(server.options().retry(KratyRetryConfig.defaults()).build())) {
            assertEquals(SHORT, repeating.syncTime());
            assertEquals(server.now(), repeating.serverNow());
        }
        assertEquals(3, server.timing.sleeps().size());
        assertEquals(6, server.requests().size());
    }

    @Test
    void nextSync_replacesWhatWasKnownAlsoBackwards() {
        answersThrice();
        kraty.syncTime();
        long earlier = TimeServer.START.minusSeconds(60).toEpochMilli();
        for (int i = 0; i < 3; i++) {
            server.then(exchange -> exchange.json(200, TimeServer.time(earlier)));
        }
        kraty.syncTime();

        assertEquals(Instant.ofEpochMilli(earlier), kraty.serverNow());
    }

    @Test
    void timeLimit_isThatOfTheCallForEachOfThem() throws Exception {
        BlockingQueue<Boolean> hungUp = new LinkedBlockingQueue<>();
        server.holds(hungUp);

        Limits.grow(limit -> {
            int before = server.requests().size();
            assertThrows(
                    KratyNetworkException.class,
                    () -> kraty.with(RequestOptions.none().timeout(limit)).syncTime());
            return server.requests().size() - before == 3;
        });
        for (int i = 0; i < 3; i++) {
            assertEquals(true, hungUp.poll(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void interruptedCaller_asksNoMoreAndKeepsTheFlag() throws Exception {
        Thread[] caller = new Thread[1];
        server.answers(SHORT).then(exchange -> {
            caller[0].interrupt();
            exchange.drop();
        });
        Background<Boolean> syncing = Background.of(() -> {
            caller[0] = Thread.currentThread();
            assertThrows(KratyNetworkException.class, kraty::syncTime);
            return Thread.currentThread().isInterrupted();
        });

        assertTrue(syncing.result());
        assertEquals(2, server.requests().size());
        assertFalse(kraty.isTimeSynced());
    }

    @Test
    void readers_seeOneSyncOrTheOtherAndNothingInBetween() throws Exception {
        answersThrice();
        kraty.syncTime();
        AtomicBoolean done = new AtomicBoolean();
        Background<Integer> reader = Background.of(() -> {
            int reads = 0;
            for (; !done.get(); reads++) {
                Instant before = server.now();
                Instant read = kraty.serverNow();
                Instant after = server.now();
                assertFalse(read.isBefore(before) || read.isAfter(after), () -> before + " " + read + " " + after);
            }
            return reads;
        });
        for (int i = 0; i < 60; i++) {
            server.timing.advance(Duration.ofHours(1));
            answersThrice();
            kraty.syncTime();
        }
        done.set(true);

        assertTrue(reader.result() > 0);
    }
}
