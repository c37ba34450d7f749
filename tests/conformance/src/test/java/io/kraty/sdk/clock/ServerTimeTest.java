package io.kraty.sdk.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.ServerTime;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Limits;
import io.kraty.sdk.wire.Received;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTimeTest {
    private TimeServer server;
    private Kraty kraty;

    @BeforeEach
    void start() throws Exception {
        server = new TimeServer().answers(Duration.ZERO).answers(Duration.ZERO);
        kraty = server.client();
    }

    @AfterEach
    void stop() throws Exception {
        kraty.close();
        server.close();
    }

    @Test
    void withoutAZone_asksForNone() {
        kraty.getServerTime();
        kraty.getServerTime(ZoneOffset.UTC);

        for (Received request : server.requests()) {
            assertEquals("/sdk/v1/time", request.target());
        }
        assertEquals(2, server.requests().size());
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Lisbon, Europe%2FLisbon",
        "America/Argentina/Buenos_Aires, America%2FArgentina%2FBuenos_Aires",
        "Etc/GMT+1, Etc%2FGMT%2B1",
        "UTC, UTC"
    })
    void zone_isSentByItsName(String zone, String sent) {
        ServerTime time = kraty.getServerTime(ZoneId.of(zone));

        assertEquals("/sdk/v1/time?timezone=" + sent, server.requests().get(0).target());
        assertEquals(TimeServer.START.toEpochMilli(), time.epochMs());
        assertEquals(TimeServer.START, time.iso());
        assertEquals("Europe/Lisbon", time.timezone());
        assertEquals(60, time.offsetMinutes());
        assertEquals("2026-09-01T09:15:00", time.local());
    }

    @Test
    void time_isNobodysAndSyncsNothing() {
        kraty.signIn("ann", "ps_of_ann");
        kraty.with(RequestOptions.as("bob").playerSecret("ps_of_bob")).getServerTime();
        kraty.getServerTime(ZoneId.of("Europe/Lisbon"));

        for (Received request : server.requests()) {
            assertEquals("GET", request.method());
            assertTrue(request.header("Authorization").startsWith("Bearer "));
            assertNull(request.header("X-Player-Secret"));
        }
        assertEquals(2, server.requests().size());
        assertTrue(!kraty.isTimeSynced());
    }

    @Test
    void zoneThePlatformDoesNotKnow_isItsError() throws Exception {
        try (TimeServer strict = new TimeServer().then(exchange -> exchange.error(400, "validation_failed"));
                Kraty client = strict.client()) {
            assertTrue(assertThrows(KratyApiException.class, () -> client.getServerTime(ZoneId.of("+05:30")))
                    .isValidationFailed());
        }
    }

    @Test
    void timeLimit_isThatOfTheCall() throws Exception {
        BlockingQueue<Boolean> hungUp = new LinkedBlockingQueue<>();
        try (TimeServer slow = new TimeServer().holds(hungUp);
                Kraty client = slow.client()) {
            Limits.grow(limit -> {
                assertThrows(
                        KratyNetworkException.class,
                        () -> client.with(RequestOptions.none().timeout(limit)).getServerTime());
                return !slow.requests().isEmpty();
            });
            assertEquals(true, hungUp.poll(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void missingZone_isRefusedByName() {
        ZoneId missing = null;
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> kraty.getServerTime(missing));

        assertTrue(e.getMessage().contains("zone"), e.getMessage());
        assertEquals(List.of(), server.requests());
    }

    @Test
    void closedKraty_asksNothing() {
        kraty.close();

        assertThrows(IllegalStateException.class, kraty::getServerTime);
        assertThrows(IllegalStateException.class, kraty::syncTime);
        assertEquals(List.of(), server.requests());
    }
}
