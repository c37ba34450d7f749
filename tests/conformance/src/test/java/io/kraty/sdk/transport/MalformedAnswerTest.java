package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.TinyServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no HTTP, or bends it, is a typed error like any other, and is not quoted with a secret in it. */
@Timeout(60)
class MalformedAnswerTest {
    private static final String BOARD = "0b8f6c1e-0000-4000-8000-000000000001";
    private static final String KEY_SECRET = TestOptions.API_KEY.substring(TestOptions.API_KEY.indexOf('.') + 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 503 Busy\r\nRetry-After: 99999999999\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 503 Busy\r\nRetry-After: 9999999999999999999999999\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 408 Slow\r\nRetry-After: 99999999999\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Type: ;;;=\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\n: no name\r\nno colon\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 000 Nothing\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 999 Beyond\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
                "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 421 Misdirected\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 -12 What\r\n\r\n",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "\r\n\r\n\r\n",
                "\u0000\u0001\u0002\u0003\u0004",
            })
    void answer_endsCallsAndStreamsWithATypedError(String raw) throws Exception {
        try (TinyServer server =
                        TinyServer.answering(exchange -> exchange.raw(raw).drop());
                Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), FakeTiming.flowing())
                        .retry(KratyRetryConfig.none())
                        .build())) {
            assertThrows(KratyException.class, () -> kraty.wallet().list());
            try (LeaderboardStream live = kraty.leaderboards().live(BOARD)) {
                assertThrows(KratyException.class, () -> live.poll(Duration.ofMinutes(1)));
                assertNull(live.poll(Duration.ofMinutes(1)));
                assertFalse(live.isOpen());
            }
        }
    }

    @Test
    void statusThatIsNoAnswer_isNotTakenForARedirect() throws Exception {
        try (TinyServer server = TinyServer.answering(
                        exchange -> exchange.raw("HTTP/1.1 000 Nothing\r\nContent-Length: 0\r\n\r\n")
                                .drop());
                Kraty kraty = Kraty.create(
                        TestOptions.signedIn(server.url(), FakeTiming.flowing()).build())) {
            KratyApiException e =
                    assertThrows(KratyApiException.class, () -> kraty.wallet().list());

            assertFalse(e.getMessage().contains("redirect"), e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ECHO %s\r\n\r\n",
                "HTTP/1.1 %s\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5 %s\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/%s\r\nContent-Length: %s\r\n\r\n{}",
            })
    void secretThatIsEchoed_isInNoMessageAndNoCause(String head) throws Exception {
        String both = TestOptions.API_KEY + "/" + KEY_SECRET + "/" + TestOptions.SECRET;
        try (TinyServer server = TinyServer.answering(
                        exchange -> exchange.raw(head.replace("%s", both)).drop());
                Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), FakeTiming.flowing())
                        .retry(KratyRetryConfig.none())
                        .build())) {
            assertClean(assertThrows(KratyException.class, () -> kraty.wallet().list()));
            try (InventoryStream live = kraty.inventory().live()) {
                assertClean(assertThrows(KratyException.class, () -> live.poll(Duration.ofMinutes(1))));
            }
        }
    }

    /** There are servers that say so. */
    @Test
    void lengthOfMinusOne_isAnUnknownOne() throws Exception {
        try (TinyServer server = TinyServer.answering(
                        exchange -> exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n" + MockPlatform.WALLET)
                                .drop());
                Kraty kraty = Kraty.create(
                        TestOptions.signedIn(server.url(), FakeTiming.flowing()).build())) {
            assertEquals(0, kraty.wallet().list().size());
        }
    }

    @Test
    void whatAnInterceptorOfTheGameThrows_isATypedErrorWithItsCause() throws Exception {
        OkHttpClient broken = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    throw new IllegalStateException("a bug of the game's");
                })
                .build();
        try (Kraty kraty = Kraty.create(TestOptions.signedIn("http://127.0.0.1:9", FakeTiming.flowing())
                .httpClient(broken)
                .build())) {
            KratyException e =
                    assertThrows(KratyException.class, () -> kraty.wallet().list());

            assertEquals("a bug of the game's", e.getCause().getCause().getMessage());
        }
    }

    private static void assertClean(KratyException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        assertFalse(text.toString().contains(KEY_SECRET), text.toString());
        assertFalse(text.toString().contains(TestOptions.SECRET), text.toString());
    }
}
