package io.kraty.sdk.clock;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Limits;
import io.kraty.sdk.wire.Received;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PingTest {
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

    @Test
    void ping_isNobodysAndCarriesTheKey() {
        server.then(exchange -> exchange.json(200, "{\"ok\":true}"));
        kraty.signIn("ann", "ps_of_ann");
        kraty.with(RequestOptions.as("bob").playerSecret("ps_of_bob")).ping();

        Received request = server.requests().get(0);
        assertEquals("GET", request.method());
        assertEquals("/sdk/v1/ping", request.target());
        assertEquals("Bearer " + PlayTestOptions.API_KEY, request.header("Authorization"));
        assertNull(request.header("X-Player-Secret"));
        assertEquals(1, server.requests().size());
    }

    @Test
    void ping_registersNobody() {
        server.then(exchange -> exchange.json(200, "{\"ok\":true}"));
        kraty.ping();

        assertEquals(1, server.requests().size());
        assertTrue(kraty.activeExternalPlayerId().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ok\":true}",
                "{\"data\":{\"ok\":true}}",
                "{\"ok\":\"yes\"}",
                "{\"data\":\"pong\"}",
                "{\"error\":{\"code\":\"conflict\",\"message\":\"\"}}",
                "",
                "  ",
                "pong",
                "null",
                "[]",
                "{",
                "{} {}"
            })
    void anySuccess_isGoodWhateverTheBody(String body) {
        server.then(exchange -> exchange.answer(200, "text/plain", body));

        assertDoesNotThrow(() -> kraty.ping());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void anySuccess_isGoodWhateverTheStatus(int status) {
        server.then(exchange -> exchange.answer(status, null, ""));

        assertDoesNotThrow(() -> kraty.ping());
    }

    @Test
    void refusedKey_isSaid() {
        server.then(exchange -> exchange.error(401, "session_invalid"));

        assertTrue(assertThrows(KratyApiException.class, () -> kraty.ping()).isSessionInvalid());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 304, 404, 500})
    void anythingElse_isAnError(int status) {
        server.then(exchange -> exchange.answer(status, "text/plain", status == 304 ? "" : "pong"));

        assertEquals(
                status,
                assertThrows(KratyApiException.class, () -> kraty.ping()).status());
    }

    @Test
    void unreachablePlatform_isANetworkError() {
        server.drops();

        assertThrows(KratyNetworkException.class, () -> kraty.ping());
    }

    @Test
    void failure_isRepeatedAsOfAnyCall() {
        server.fails(503).then(exchange -> exchange.json(200, "{\"ok\":true}"));
        try (Kraty repeating =
                Kraty.create(server.options().retry(KratyRetryConfig.defaults()).build())) {
            repeating.ping();
        }
        assertEquals(2, server.requests().size());
    }

    @Test
    void timeLimit_isThatOfTheCall() throws Exception {
        BlockingQueue<Boolean> hungUp = new LinkedBlockingQueue<>();
        server.holds(hungUp);

        Limits.grow(limit -> {
            assertThrows(
                    KratyNetworkException.class,
                    () -> kraty.with(RequestOptions.none().timeout(limit)).ping());
            return !server.requests().isEmpty();
        });
        assertEquals(true, hungUp.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void closedKraty_asksNothing() {
        kraty.close();

        assertThrows(IllegalStateException.class, () -> kraty.ping());
        assertEquals(List.of(), server.requests());
    }
}
