package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.KratyRetryConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1000", "30, 30000", "0.5, 500", "1.25, 1250", "007, 7000", "' 2 ', 2000"})
    void retryAfter_inSeconds_isWaitedForInFull(String value, long millis) {
        platform.answers(limited(value), MockPlatform.json(200, MockPlatform.WALLET));
        platform.timing().random(0);

        platform.client().wallet().list();

        assertEquals(List.of(Duration.ofMillis(millis)), platform.timing().sleeps());
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0, 10000", "0.2, 0.5, 11000", "0.2, 0.75, 11500", "1, 0.75, 17500", "0, 0.75, 10000"})
    void retryAfter_isWaitedForAndUpToTheJitterLonger_soThatNotAllComeAtOnce(
            double jitter, double random, long millis) {
        platform.answers(limited("10"), MockPlatform.json(200, MockPlatform.WALLET));
        platform.timing().random(random);

        platform.client(platform.signedIn()
                        .retry(KratyRetryConfig.builder().jitter(jitter).build()))
                .wallet()
                .list();

        assertEquals(List.of(Duration.ofMillis(millis)), platform.timing().sleeps());
    }

    @Test
    void retryAfter_asADate_isMeasuredAgainstTheServersOwnClock() {
        platform.timing().random(0);
        platform.timing().now(Instant.parse("2031-01-01T00:00:00Z")); // the device's clock is years off
        platform.answers(
                limited("Tue, 01 Sep 2026 12:00:07 GMT").withHeader("Date", "Tue, 01 Sep 2026 12:00:00 GMT"),
                MockPlatform.json(200, MockPlatform.WALLET));

        platform.client().wallet().list();

        assertEquals(List.of(Duration.ofSeconds(7)), platform.timing().sleeps());
    }

    @Test
    void retryAfter_asADateWithoutADateHeader_isMeasuredAgainstTheDevicesClock() throws Exception {
        platform.timing().random(0);
        platform.timing().now(Instant.parse("2026-09-01T12:00:00Z"));
        try (ScriptedServer server = new ScriptedServer(
                (request, out) -> ScriptedServer.write(
                        out,
                        ScriptedServer.head(429, "Retry-After: Tue, 01 Sep 2026 12:00:09 GMT", "Content-Length: 0")),
                ScriptedServer.json(200, MockPlatform.WALLET))) {
            platform.client(platform.signedIn().baseUrl(server.url())).wallet().list();

            assertEquals(List.of(Duration.ofSeconds(9)), platform.timing().sleeps());
            assertEquals(2, server.sent().size());
        }
    }

    @Test
    void retryAfter_asADateInThePast_isNoWait() {
        platform.answers(
                limited("Tue, 01 Sep 2026 11:00:00 GMT").withHeader("Date", "Tue, 01 Sep 2026 12:00:00 GMT"),
                MockPlatform.json(200, MockPlatform.WALLET));

        platform.client().wallet().list();

        assertEquals(List.of(Duration.ZERO), platform.timing().sleeps());
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "30.001", "414720", "999999999999999999", "99999999999999999999999999.5"})
    void retryAfter_longerThanAllowed_surfacesAtOnceWithTheValue(String value) {
        platform.answers(limited(value), MockPlatform.json(200, MockPlatform.WALLET));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().list());

        assertEquals(1, e.attempts());
        Duration asked = Duration.ofMillis((long) (Math.min(Double.parseDouble(value), 1e9) * 1000));
        assertEquals(asked, e.retryAfter());
        assertEquals(List.of(), platform.timing().sleeps());
        assertEquals(1, platform.sent().size());
    }

    @Test
    void retryAfter_withAHigherCeiling_isWaitedFor() {
        platform.timing().random(0);
        platform.answers(limited("31"), MockPlatform.json(200, MockPlatform.WALLET));
        KratyRetryConfig patient =
                KratyRetryConfig.builder().maxRetryAfter(Duration.ofMinutes(1)).build();

        platform.client(platform.signedIn().retry(patient)).wallet().list();

        assertEquals(List.of(Duration.ofSeconds(31)), platform.timing().sleeps());
    }

    @Test
    void retryAfter_thatTheTotalTimeDoesNotGrant_surfacesAtOnce() {
        platform.answers(limited("5"), MockPlatform.json(200, MockPlatform.WALLET));
        Kraty kraty = platform.client(platform.signedIn().totalTimeout(Duration.ofSeconds(4)));

        KratyApiException e =
                assertThrows(KratyApiException.class, () -> kraty.wallet().list());

        assertEquals(Duration.ofSeconds(5), e.retryAfter());
        assertEquals(List.of(), platform.timing().sleeps());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "-1",
                "",
                "1e3",
                "NaN",
                "Infinity",
                "0x10",
                "1,5",
                "5 s",
                "1 2",
                "\u0661",
                "Tue, 99 Sep 2026 12:00:00 GMT",
                "2026-09-01T12:00:00Z",
            })
    void retryAfter_thatIsRubbish_isIgnored(String value) {
        platform.answers(limited(value), MockPlatform.json(200, MockPlatform.WALLET));

        platform.client().wallet().list();

        assertEquals(List.of(Duration.ofMillis(100)), platform.timing().sleeps());
    }

    @Test
    void retryAfter_onALastingFailure_isReportedButNotWaitedFor() {
        platform.answers(MockPlatform.error(409, "no_active_window").withHeader("Retry-After", "3"));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().list());

        assertEquals(Duration.ofSeconds(3), e.retryAfter());
        assertEquals(List.of(), platform.timing().sleeps());
    }

    @Test
    void retryAfter_thatIsMissing_isNull() {
        platform.answers(MockPlatform.error(404, "not_found"));

        assertNull(assertThrows(
                        KratyApiException.class,
                        () -> platform.client().wallet().list())
                .retryAfter());
    }

    @ParameterizedTest
    @CsvSource({"503, 0", "503, 00", "408, 0", "503, 0.0"})
    void retryAfter_ofZero_countsEveryRequestAsAnAttempt(int status, String value) {
        platform.answers(MockPlatform.error(status, "internal_error").withHeader("Retry-After", value));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().list());

        assertEquals(4, e.attempts());
        assertEquals(4, platform.sent().size());
        assertEquals(
                List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO),
                platform.timing().sleeps());
    }

    private static ResponseDefinitionBuilder limited(String value) {
        return MockPlatform.error(429, "rate_limited").withHeader("Retry-After", value);
    }
}
