package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.KratyErrorCode;
import io.kraty.api.model.LeaderboardReady;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.Received;
import io.kraty.sdk.wire.TinyServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamConnectTest extends StreamTest {
    private Exchange connecting() throws Exception {
        kraty.leaderboards().live(BOARD, heard);
        return server.next();
    }

    @Test
    void request_carriesTheKeyAndAsksForAnUncompressedEventStream() throws Exception {
        kraty.signIn("ann", "ps_of_ann");
        connecting().events();

        Received request = server.requests().get(0);
        assertEquals("GET", request.method());
        assertEquals("/sdk/v1/event-leaderboards/" + BOARD + "/stream", request.target());
        assertEquals("text/event-stream", request.header("Accept"));
        assertEquals("identity", request.header("Accept-Encoding"));
        assertTrue(request.header("Authorization").startsWith("Bearer kraty_sdk_test."));
        assertTrue(request.header("X-Kraty-SDK").matches("\\S+/\\S+"), request.header("X-Kraty-SDK"));
        assertNull(request.header("X-Player-Secret"), "boards are about no player");
    }

    @Test
    void live_registersNobody() throws Exception {
        connecting().events().chunk(READY);
        heard.next();

        assertEquals(1, server.requests().size());
        assertTrue(kraty.activeExternalPlayerId().isEmpty());
    }

    @Test
    void id_isOneEncodedSegment() throws Exception {
        kraty.leaderboards().live("a b/c?d", heard);
        assertEquals(
                "/sdk/v1/event-leaderboards/a%20b%2Fc%3Fd/stream",
                server.next().request().target());
    }

    @Test
    void explicitForm_readsTheSameStream() throws Exception {
        kraty.eventLeaderboards().live(BOARD, heard);
        server.next().events().chunk(READY);
        heard.next(LeaderboardReady.class);
        assertEquals(
                "/sdk/v1/event-leaderboards/" + BOARD + "/stream",
                server.requests().get(0).target());
    }

    @Test
    void refusedConnection_isANetworkErrorAndTheEnd() throws Exception {
        try (Socket taken = new Socket()) { // bound, but nobody listens; and nobody else can
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (Kraty refused =
                    Kraty.create(PlayTestOptions.at("http://127.0.0.1:" + taken.getLocalPort(), FakeTiming.flowing())
                            .build())) {
                refused.leaderboards().live(BOARD, heard);
                heard.next(KratyNetworkException.class);
                assertEquals(Heard.END, heard.next());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"404, not_found", "401, session_invalid", "503, no_leaderboard", "429, rate_limited"})
    void refusal_isTheirErrorAndTheEnd(int status, String code) throws Exception {
        connecting().error(status, code);

        KratyApiException error = heard.next(KratyApiException.class);
        assertEquals(status, error.status());
        assertEquals(code, error.rawCode());
        assertEquals(Heard.END, heard.next());
        assertEquals(1, server.requests().size(), "a stream never connects twice");
    }

    @Test
    void refusalThatIsNoEnvelope_isAnApiErrorWithTheStatus() throws Exception {
        connecting().answer(502, "text/html", "<html>Bad gateway</html>");

        KratyApiException error = heard.next(KratyApiException.class);
        assertEquals(502, error.status());
        assertEquals(Heard.END, heard.next());
    }

    @ParameterizedTest
    @CsvSource({"text/html", "application/json", "text/event-streamer", "''"})
    void successThatIsNoEventStream_isAnErrorAndTheEnd(String contentType) throws Exception {
        connecting().answer(200, contentType.isEmpty() ? null : contentType, READY + CLOSED);

        assertEquals(
                KratyErrorCode.INTERNAL_ERROR,
                heard.next(KratyApiException.class).code());
        assertEquals(Heard.END, heard.next());
    }

    @ParameterizedTest
    @CsvSource({"text/event-stream; charset=utf-8", "Text/Event-Stream", "text/event-stream;charset=UTF-8"})
    void contentType_mayHaveParametersAndAnyCase(String contentType) throws Exception {
        connecting().answer(200, contentType, READY + CLOSED);
        heard.next(LeaderboardReady.class);
    }

    @Test
    void redirect_isNotFollowed() throws Exception {
        try (TinyServer elsewhere =
                TinyServer.answering(exchange -> exchange.events().chunk(READY))) {
            connecting().answer(302, null, "", "Location: " + elsewhere.url() + "/");

            assertEquals(302, heard.next(KratyApiException.class).status());
            assertEquals(Heard.END, heard.next());
            assertEquals(0, elsewhere.requests().size());
        }
    }
}
