package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.live.PollLobbyOptions;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locale")
class BadOptionTest {
    private static final List<String> BAD_HEADERS = List.of(
            " ",
            "abc\ndef-hush",
            "abc\r\nX-Evil: 1-hush",
            "abc\u0000hush",
            "abc\u007fhush",
            "abc hush",
            "hush\u00f6",
            "hush\ud83c\udfae",
            "hush\u200b",
            "hush\t");

    static Stream<Arguments> options() {
        List<Arguments> all = new ArrayList<>();
        all.add(arguments("apiKey", "none", (Executable)
                () -> KratyClientOptions.builder().build()));
        all.add(arguments(
                "apiKey", "empty", (Executable) () -> valid().apiKey("").build()));
        for (String bad : BAD_HEADERS) {
            all.add(arguments(
                    "apiKey", bad, (Executable) () -> valid().apiKey(bad).build()));
            all.add(arguments("playerSecret", bad, (Executable)
                    () -> valid().activeExternalPlayerId("p").playerSecret(bad)));
            all.add(arguments("playerSecret", bad, (Executable)
                    () -> RequestOptions.as("p").playerSecret(bad)));
            all.add(arguments("secret", bad, (Executable) () -> new PlayerCredentials("p", bad)));
        }
        for (String bad : List.of(" ", ".", "..", "a\nb", "\ud83c")) {
            all.add(arguments("activeExternalPlayerId", bad, (Executable) () -> valid().activeExternalPlayerId(bad)));
        }
        all.add(arguments("playerSecret", "no id", (Executable)
                () -> valid().playerSecret("abc").build()));
        for (String bad : List.of(
                " ",
                "api.kraty.io",
                "/sdk",
                "//api.kraty.io",
                "ftp://api.kraty.io",
                "https:///api.kraty.io",
                "https:api.kraty.io",
                "file:///etc",
                "https://",
                "https://user@api.kraty.io",
                "https://user:pass@api.kraty.io",
                "https://api.kraty.io?a=b",
                "https://api.kraty.io#x",
                "https://api.kraty.io:99999",
                "https://a b",
                "https://api.kraty.io/\n",
                "http://api.kraty.io",
                "http://192.168.1.7:8080",
                "http://localhost.evil.example",
                "http://evillocalhost",
                "http://127.evil.example",
                "HTTP://API.KRATY.IO",
                "http://0.0.0.0")) {
            all.add(arguments(
                    "baseUrl", bad, (Executable) () -> valid().baseUrl(bad).build()));
        }
        for (Duration bad : List.of(Duration.ZERO, Duration.ofNanos(999_999), Duration.ofMillis(-1))) {
            all.add(arguments("timeout", bad, (Executable) () -> valid().timeout(bad)));
            all.add(arguments("outboxMaxAge", bad, (Executable) () -> valid().outboxMaxAge(bad)));
            all.add(arguments("totalTimeout", bad, (Executable) () -> valid().totalTimeout(bad)));
            all.add(arguments(
                    "timeout", bad, (Executable) () -> RequestOptions.none().timeout(bad)));
            all.add(arguments("totalTimeout", bad, (Executable)
                    () -> RequestOptions.none().totalTimeout(bad)));
            all.add(arguments("interval", bad, (Executable)
                    () -> PollLobbyOptions.builder().interval(bad).build()));
            all.add(arguments("timeout", bad, (Executable)
                    () -> PollLobbyOptions.builder().timeout(bad).build()));
            all.add(arguments("start", bad, (Executable)
                    () -> PollPendingGrantsOptions.builder().start(bad).build()));
            all.add(arguments("initialDelay", bad, (Executable)
                    () -> retry().initialDelay(bad).build()));
            all.add(arguments(
                    "maxDelay", bad, (Executable) () -> retry().maxDelay(bad).build()));
        }
        for (int bad : new int[] {-1, 0, 10_001}) {
            all.add(arguments("outboxCapacity", bad, (Executable) () -> valid().outboxCapacity(bad)));
        }
        Duration negative = Duration.ofMillis(-1);
        all.add(arguments("streamIdleTimeout", negative, (Executable) () -> valid().streamIdleTimeout(negative)));
        all.add(arguments("maxRetryAfter", negative, (Executable)
                () -> retry().maxRetryAfter(negative).build()));
        all.add(arguments("maxDelay", "below initialDelay", (Executable)
                () -> retry().initialDelay(Duration.ofSeconds(6)).build()));
        for (int bad : new int[] {0, -1, 21, Integer.MAX_VALUE}) {
            all.add(arguments(
                    "attempts", bad, (Executable) () -> retry().attempts(bad).build()));
        }
        for (int bad : new int[] {0, -1, 1_001, Integer.MAX_VALUE}) {
            all.add(arguments(
                    "budget", bad, (Executable) () -> retry().budget(bad).build()));
        }
        for (double bad : new double[] {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY}) {
            all.add(arguments(
                    "jitter", bad, (Executable) () -> retry().jitter(bad).build()));
        }
        for (double bad : new double[] {0.99, Double.NaN, Double.POSITIVE_INFINITY}) {
            all.add(arguments("grow", bad, (Executable)
                    () -> PollPendingGrantsOptions.builder().grow(bad).build()));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} #{index}")
    @MethodSource("options")
    void option_thatCannotBeRight_isRefusedByNameAndWithoutASecret(String name, Object value, Executable setting) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, setting);

        assertTrue(e.getMessage().startsWith(name + ":"), e::getMessage);
        assertFalse(e.getMessage().contains("hush"), e::getMessage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1",
                "http://127.0.0.1",
                "http://127.1.2.3/x",
                "http://[::1]:80",
                "https://x.example",
                "http://game.localhost"
            })
    void baseUrl_thatIsSafe_isTaken(String url) {
        valid().baseUrl(url).build();
    }

    /** Not addresses, but names: whoever answers for names would say where they lead. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.999",
                "http://127.300.1.1",
                "http://127.0.0.256",
                "http://127.00.0.1",
                "http://127.0.0.01",
                "http://127.0.0.1.",
                "http://127.1"
            })
    void baseUrl_thatOnlyLooksLikeThisMachine_isRefused(String url) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> valid().baseUrl(url).build());
        assertTrue(e.getMessage().startsWith("baseUrl:"), e::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.168.1.7:8080", "http://dev.example"})
    void baseUrl_inCleartextElsewhere_isTakenWhenAllowed(String url) {
        valid().baseUrl(url).allowCleartext(true).build();
    }

    private static KratyRetryConfig.Builder retry() {
        return KratyRetryConfig.builder();
    }

    private static KratyClientOptions.Builder valid() {
        return KratyClientOptions.builder().apiKey(TestOptions.API_KEY);
    }
}
