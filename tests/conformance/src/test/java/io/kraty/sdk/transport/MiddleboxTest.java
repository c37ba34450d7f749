package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.wire.TinyServer;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands between a game and the platform, and answers in its place. Floods, breaks, redirects and what bends HTTP have
 * tests of their own: {@link AnswerLimitTest}, {@link BrokenConnectionTest}, {@link Http2TroubleTest}, {@link RedirectTest},
 * {@link MalformedAnswerTest}, {@link TimeoutTest}, {@link NoConnectionTest}.
 */
@Timeout(90)
class MiddleboxTest {
    private static final String BOARD = "0b8f6c1e-0000-4000-8000-000000000001";
    private static final String PORTAL = "<html><head><title>Welcome to Airport Wi-Fi</title></head></html>";
    private static final int DEEP = 200_000;

    static Stream<String> deep() {
        String lists = "[".repeat(DEEP);
        String objects = "{\"a\":".repeat(DEEP);
        return Stream.of(
                lists,
                objects,
                "{\"data\":" + lists,
                "{\"data\":" + objects,
                "{\"data\":{\"wallet\":" + lists + "]".repeat(DEEP) + "}}",
                "{\"data\":{\"wallet\":[],\"more\":" + objects + "1" + "}".repeat(DEEP) + "}}",
                "{\"error\":{\"code\":\"conflict\",\"message\":\"m\",\"details\":" + lists + "]".repeat(DEEP) + "}}",
                "{\"data\":{\"wallet\":[{\"economyKey\":\"gold\",\"balance\":" + "9".repeat(DEEP) + "}]}}");
    }

    @ParameterizedTest(name = "#{index}")
    @MethodSource("deep")
    void deepAndHugeJson_isReadOrATypedError(String body) throws Exception {
        for (int status : new int[] {200, 409, 500}) {
            try (TinyServer server = TinyServer.answering(exchange -> exchange.json(status, body));
                    Kraty kraty = client(server)) {
                try {
                    // What was added later is skipped, however deep it is.
                    assertEquals(0, kraty.wallet().list().size());
                    assertEquals(200, status);
                } catch (KratyException e) {
                    assertTrue(
                            e.getMessage().length() < 1000, () -> e.getMessage().substring(0, 1000));
                }
            }
        }
    }

    @ParameterizedTest(name = "#{index}")
    @MethodSource("deep")
    void deepAndHugeEvent_isATypedErrorAndTheNextIsRead(String data) throws Exception {
        try (TinyServer server = TinyServer.answering(exchange -> exchange.events()
                        .chunk("event: score_update\ndata: " + data
                                + "\n\nevent: closed\ndata: {\"leaderboardId\":\"b\"}\n\n")
                        .endChunks());
                Kraty kraty = client(server);
                LeaderboardStream live = kraty.leaderboards().live(BOARD)) {
            KratyException e = assertThrows(KratyException.class, () -> live.poll(Duration.ofMinutes(1)));

            assertTrue(e.getMessage().length() < 1000, () -> e.getMessage().substring(0, 1000));
            assertTrue(live.poll(Duration.ofMinutes(1)).toString().contains("Closed"));
        }
    }

    /** The first launch of a game in a network that wants a login first: nobody is registered, and later all is well. */
    @ParameterizedTest
    @ValueSource(ints = {200, 201, 511})
    void portal_thatAnswersTheRegistration_leavesNoPlayerBehind(int status) throws Exception {
        InMemorySecretStore store = new InMemorySecretStore();
        boolean[] loggedIn = {false};
        try (TinyServer server = TinyServer.answering(exchange -> {
                    if (!loggedIn[0]) {
                        exchange.answer(status, "text/html; charset=utf-8", PORTAL);
                    } else if (exchange.request().target().endsWith("/register")) {
                        exchange.json(201, "{\"data\":{\"secret\":\"ps_1\"}}");
                    } else {
                        exchange.json(200, MockPlatform.WALLET);
                    }
                });
                Kraty kraty = Kraty.create(TestOptions.fresh(server.url(), FakeTiming.flowing())
                        .secretStore(store)
                        .retry(KratyRetryConfig.none())
                        .build())) {
            KratyApiException e =
                    assertThrows(KratyApiException.class, () -> kraty.wallet().list());
            assertEquals(status, e.status());
            assertTrue(e.getMessage().contains("Welcome to Airport Wi-Fi"), e::getMessage);
            assertEquals(Optional.empty(), kraty.activeExternalPlayerId());

            loggedIn[0] = true;
            assertEquals(0, kraty.wallet().list().size());
            // The same player is asked for again, so that none is left over if the platform had heard it after all.
            assertEquals(
                    1,
                    server.requests("/register").stream()
                            .map(request -> request.body() + request.target())
                            .distinct()
                            .count());
        }
    }

    /** What is left of a body that is longer than it said stands before the next answer. */
    @ParameterizedTest
    @ValueSource(strings = {"}}", "\r\n\r\n", "<html>"})
    void bodyLongerThanItSaid_isNotTheNextAnswer(String rest) throws Exception {
        try (TinyServer server = TinyServer.answering(exchange -> exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: "
                                + MockPlatform.WALLET.length() + "\r\n\r\n" + MockPlatform.WALLET + rest)
                        .awaitDisconnect());
                Kraty kraty = Kraty.create(
                        TestOptions.signedIn(server.url(), FakeTiming.flowing()).build())) {
            assertEquals(0, kraty.wallet().list().size());
            assertEquals(0, kraty.wallet().list().size());
        }
    }

    @Test
    void bodyShorterThanItSaid_isATypedError() throws Exception {
        try (TinyServer server = TinyServer.answering(
                        exchange -> exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + MockPlatform.WALLET)
                                .drop());
                Kraty kraty = client(server)) {
            assertThrows(KratyException.class, () -> kraty.wallet().list());
        }
    }

    /** The device's clock is set while a call waits: no wait depends on it, and neither does what a header means. */
    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2099-12-31T23:59:59Z"})
    void clockThatJumps_changesNoWait(String now) throws Exception {
        FakeTiming timing = FakeTiming.flowing();
        try (TinyServer server = TinyServer.answering(exchange -> {
                    timing.now(Instant.parse(now));
                    exchange.answer(
                            503,
                            "application/json",
                            "{\"error\":{\"code\":\"internal_error\",\"message\":\"\"}}",
                            "Date: Tue, 01 Sep 2026 12:00:00 GMT",
                            "Retry-After: Tue, 01 Sep 2026 12:00:07 GMT");
                });
                Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), timing)
                        .totalTimeout(Duration.ofSeconds(60))
                        .build())) {
            KratyApiException e =
                    assertThrows(KratyApiException.class, () -> kraty.wallet().list());

            assertEquals(Duration.ofSeconds(7), e.retryAfter());
            assertEquals(
                    List.of(7L, 7L, 7L),
                    timing.sleeps().stream().map(Duration::toSeconds).toList());
        }
    }

    @Test
    void hostThatHasAnIpv6AddressAlone_isReached() throws Exception {
        Assumptions.assumeTrue(hasIpv6());
        try (TinyServer server = TinyServer.at("::1", exchange -> exchange.json(200, MockPlatform.WALLET));
                Kraty kraty = Kraty.create(TestOptions.signedIn("http://[::1]:" + server.port(), FakeTiming.flowing())
                        .build())) {
            assertEquals(0, kraty.wallet().list().size());

            assertEquals("[::1]:" + server.port(), server.requests().get(0).header("Host"));
            assertFalse(server.requests().get(0).header("X-Player-Secret").isEmpty());
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getAllByName("::1")[0])) {
            return socket.getInetAddress() instanceof Inet6Address;
        } catch (IOException e) {
            return false;
        }
    }

    private static Kraty client(TinyServer server) {
        return Kraty.create(TestOptions.signedIn(server.url(), FakeTiming.flowing())
                .retry(KratyRetryConfig.none())
                .build());
    }
}
