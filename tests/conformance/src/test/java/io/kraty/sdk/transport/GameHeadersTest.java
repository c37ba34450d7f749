package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.request.RequestOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that a game adds to its requests, such as those of a trace. */
@Tag("locale")
class GameHeadersTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final RequestOptions TRACED = RequestOptions.none().header("traceparent", TRACE);

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @ParameterizedTest
    @EnumSource(Operation.class)
    void header_ofAView_isSentByEveryOperation(Operation operation) {
        platform.answers(MockPlatform.error(404, "not_found"));

        operation.refused(platform.client(), TRACED);

        assertEquals(TRACE, platform.only().header("traceparent"));
        assertEquals("Bearer " + TestOptions.API_KEY, platform.only().header("Authorization"));
    }

    @Test
    void header_isOnEveryAttempt_andOnNoOtherCall() {
        platform.answers(
                MockPlatform.error(500, "internal_error"),
                MockPlatform.json(200, MockPlatform.WALLET),
                MockPlatform.json(200, MockPlatform.WALLET));
        Kraty kraty = platform.client();

        kraty.with(TRACED).wallet().list();
        kraty.wallet().list();

        assertEquals(TRACE, platform.sent().get(0).header("traceparent"));
        assertEquals(TRACE, platform.sent().get(1).header("traceparent"));
        assertNull(platform.sent().get(2).header("traceparent"));
    }

    @Test
    void viewOfAView_addsToItsHeaders_andReplacesThoseOfTheSameName() {
        platform.answers(MockPlatform.json(200, MockPlatform.WALLET));
        KratyView view = platform.client()
                .with(RequestOptions.none().header("TraceParent", "old").header("baggage", "build=7, region=eu"));

        view.with(TRACED).wallet().list();

        assertEquals(List.of(TRACE), platform.only().headers().get("traceparent"), "one header, whatever its case");
        assertEquals("build=7, region=eu", platform.only().header("baggage"));
    }

    @Test
    void header_staysForAnotherPlayer_andTheSecretDoesNot() {
        platform.answers(MockPlatform.error(404, "not_found"));
        platform.doNotJudge(); // without a secret, what is personal is not a valid request

        Operation.WALLET.refused(platform.client(), RequestOptions.as("other").orElse(TRACED));

        assertEquals(TRACE, platform.only().header("traceparent"));
        assertNull(platform.only().header("X-Player-Secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "AUTHORIZATION",
                "X-Player-Secret",
                "x-player-secret",
                "X-Kraty-SDK",
                "X-Kraty-Anything",
                "Host",
                "Cookie",
                "Accept",
                "Accept-Encoding",
                "Content-Type",
                "CONTENT-LENGTH",
                "Content-Encoding",
                "Transfer-Encoding",
                "Connection",
                "Keep-Alive",
                "Proxy-Authorization",
                "TE",
                "Trailer",
                "Upgrade",
                "Expect",
                "Range",
                "If-None-Match",
                "IF-MODIFIED-SINCE",
                "",
                " ",
                ":path",
                "a b",
                "a\r\nb",
                "a:",
                "naïve"
            })
    void name_thatIsNotTheGames_isRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> RequestOptions.none().header(name, "x"));
        assertThrows(IllegalArgumentException.class, () -> RequestOptions.none().headers(Map.of(name, "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " x", "x ", "hush\r\nX-Player-Secret: y", "hush\n", "hush\u0000", "hush\t!", "hüsh"})
    void value_thatWouldNotArriveAsItIs_isRefused_andNotShown(String value) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> RequestOptions.none().header("traceparent", value));

        assertTrue(e.getMessage().startsWith("header traceparent: "), e::getMessage);
        assertFalse(e.getMessage().contains("hush"), e::getMessage);
    }

    @Test
    void null_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> RequestOptions.none().header(null, "x"));
        assertThrows(IllegalArgumentException.class, () -> RequestOptions.none().header("a", null));
    }

    @Test
    void options_areNotChangedFromOutside_andShowNoValue() {
        Map<String, String> mine = new LinkedHashMap<>(Map.of("traceparent", TRACE));
        RequestOptions options = RequestOptions.none().headers(mine);
        mine.put("baggage", "x");

        assertEquals(Map.of("traceparent", TRACE), options.headers());
        assertThrows(
                UnsupportedOperationException.class, () -> options.headers().put("a", "b"));
        assertEquals(Map.of(), RequestOptions.none().headers());
        assertTrue(options.toString().contains("headers=[traceparent]"), options::toString);
        assertFalse(options.toString().contains(TRACE), options::toString);
    }

    @Test
    void everyOtherOption_keepsTheHeaders() {
        RequestOptions all = RequestOptions.as("p")
                .header("traceparent", TRACE)
                .playerSecret("s3cret-of-p")
                .idempotencyKey("k")
                .timeout(java.time.Duration.ofSeconds(1))
                .totalTimeout(java.time.Duration.ofSeconds(2));

        assertEquals(Map.of("traceparent", TRACE), all.headers());
        assertEquals(
                Map.of("traceparent", TRACE), all.orElse(RequestOptions.none()).headers());
        assertEquals(
                Map.of("traceparent", TRACE), RequestOptions.none().orElse(all).headers());
    }
}
