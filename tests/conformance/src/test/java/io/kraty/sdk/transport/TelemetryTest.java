package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelemetryTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    private final List<RequestInfo> seen = new ArrayList<>();

    @Test
    void hook_isToldOfEveryAttempt() {
        platform.answers(
                MockPlatform.error(500, "internal_error"),
                WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE),
                MockPlatform.json(200, MockPlatform.DEBITED));

        platform.client(platform.signedIn().onRequest(seen::add)).wallet().debit("gold", 5);

        String key = platform.sent().get(0).key();
        String url = platform.url() + "/sdk/v1/players/" + TestOptions.PLAYER + "/wallet/gold/debit";
        String path = "/sdk/v1/players/{externalPlayerId}/wallet/{economyKey}/debit";
        long sent = platform.sent().get(0).body().length();
        long refusal = "{'error':{'code':'internal_error','message':'because'}}".length();
        assertEquals(
                List.of(
                        info(path, url, 1, Duration.ZERO, key, sent, refusal, 500, false, "internal_error"),
                        info(path, url, 2, Duration.ofMillis(100), key, sent, 0, null, false, "network"),
                        info(
                                path,
                                url,
                                3,
                                Duration.ofMillis(200),
                                key,
                                sent,
                                seen.get(2).bytesReceived(),
                                200,
                                true,
                                "ok")),
                seen);
    }

    private static RequestInfo info(
            String path,
            String url,
            int attempt,
            Duration waited,
            String key,
            long sent,
            long received,
            Integer status,
            boolean ok,
            String outcome) {
        return new RequestInfo(
                "debitWallet",
                "POST",
                path,
                url,
                attempt,
                waited,
                key,
                Duration.ZERO,
                sent,
                received,
                status,
                ok,
                outcome,
                7 - attempt);
    }

    @Test
    void hook_ofARead_seesTheQueryAndNoKey() {
        platform.answers(MockPlatform.json(200, "{\"data\":[]}"));

        platform.client(platform.signedIn().onRequest(seen::add)).grants().listPending(3);

        assertTrue(seen.get(0).url().endsWith("/pending-grants?limit=3"), seen::toString);
        assertEquals("GET", seen.get(0).method());
        assertNull(seen.get(0).idempotencyKey());
    }

    @Test
    void hook_isToldAfterTheBodyWasRead() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            platform.timing().advance(Duration.ofMillis(30));
            ScriptedServer.write(out, ScriptedServer.head(200, "Content-Length: " + MockPlatform.WALLET.length()));
            platform.timing().advance(Duration.ofMillis(12));
            ScriptedServer.write(out, MockPlatform.WALLET);
        })) {
            try (Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), platform.timing())
                    .onRequest(seen::add)
                    .build())) {
                kraty.wallet().list();
            }
        }
        assertEquals(
                List.of(Duration.ofMillis(42)),
                seen.stream().map(RequestInfo::duration).toList());
    }

    @Test
    void hook_ofABodyThatIsCut_isToldOnceAndWithoutAStatus() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.cut(200, "{"));
                Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), platform.timing())
                        .onRequest(seen::add)
                        .retry(KratyRetryConfig.none())
                        .build())) {
            assertThrows(KratyNetworkException.class, () -> kraty.wallet().list());
        }
        assertEquals(1, seen.size());
        assertNull(seen.get(0).status());
        assertFalse(seen.get(0).ok());
    }

    @ParameterizedTest
    @CsvSource({"200, true", "202, true", "299, true", "307, false", "404, false", "503, false"})
    void ok_meansTheStatusAlone(int status, boolean ok) {
        platform.answers(MockPlatform.error(status, "lobby_forming"));
        Kraty kraty = platform.client(platform.signedIn().onRequest(seen::add).retry(KratyRetryConfig.none()));

        assertThrows(KratyApiException.class, () -> kraty.wallet().list());

        assertEquals(List.of(ok), seen.stream().map(RequestInfo::ok).toList());
        assertEquals(status, seen.get(0).status());
    }

    @Test
    void hook_ofTheRegistration_isToldToo() {
        platform.answers(MockPlatform.error(403, "player_banned"));
        Kraty kraty = platform.client(platform.fresh().onRequest(seen::add));

        assertThrows(KratyApiException.class, () -> kraty.wallet().list());

        assertEquals(1, seen.size());
        assertTrue(seen.get(0).url().endsWith("/register"));
        assertEquals(platform.only().key(), seen.get(0).idempotencyKey());
    }

    @Test
    void hook_thatThrows_changesNothing() {
        List<Consumer<RequestInfo>> hooks = List.of(
                info -> {
                    throw new IllegalStateException("hook");
                },
                info -> {
                    throw new AssertionError("hook");
                },
                info -> TelemetryTest.<RuntimeException>sneak(new java.io.IOException("hook")));
        for (Consumer<RequestInfo> hook : hooks) {
            platform.answers(MockPlatform.error(500, "internal_error"), MockPlatform.json(200, MockPlatform.DEBITED));
            int before = platform.sent().size();
            Kraty kraty = platform.client(platform.signedIn().onRequest(hook));

            assertEquals(95, kraty.wallet().debit("gold", 5).balance());

            assertEquals(before + 2, platform.sent().size());
        }
    }

    @Test
    void hook_thatThrows_doesNotHideTheFailure() {
        platform.answers(MockPlatform.error(404, "not_found"));
        Kraty kraty = platform.client(platform.signedIn().onRequest(info -> {
            throw new IllegalStateException("hook");
        }));

        KratyException e =
                assertThrows(KratyException.class, () -> kraty.wallet().list());

        assertTrue(((KratyApiException) e).isNotFound());
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable checked) throws E {
        throw (E) checked;
    }
}
