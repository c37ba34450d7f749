package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.KratyRetryConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackOffTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @Test
    void waits_doubleFromTheFirstUpToTheLongest() {
        assertEquals(
                List.of(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L),
                waits(KratyRetryConfig.builder().attempts(10).build()));
    }

    @Test
    void waits_withOwnSettings_followThem() {
        assertEquals(
                List.of(30L, 60L, 70L, 70L),
                waits(KratyRetryConfig.builder()
                        .attempts(5)
                        .initialDelay(Duration.ofMillis(30))
                        .maxDelay(Duration.ofMillis(70))
                        .build()));
    }

    @ParameterizedTest
    @CsvSource({"0, 80, 160", "0.25, 90, 180", "0.5, 100, 200", "0.75, 110, 220"})
    void waits_areSpreadByTheJitter(double random, long first, long second) {
        platform.timing().random(random);

        assertEquals(
                List.of(first, second),
                waits(KratyRetryConfig.builder().attempts(3).build()));
    }

    @Test
    void waits_atTheUpperEndOfTheJitter_stayBelowIt() {
        platform.timing().random(0.999999);

        long wait = waits(KratyRetryConfig.builder().attempts(2).build()).get(0);

        assertTrue(wait >= 119 && wait <= 120, "was " + wait);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.999999})
    void waits_areNeverLongerThanTheLongest(double random) {
        platform.timing().random(random);

        waits(KratyRetryConfig.builder().attempts(20).jitter(1).build());

        platform.timing()
                .sleeps()
                .forEach(sleep -> assertTrue(sleep.compareTo(Duration.ofSeconds(5)) <= 0, sleep::toString));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.999999})
    void waits_withoutJitter_doNotVary(double random) {
        platform.timing().random(random);

        assertEquals(
                List.of(100L, 200L),
                waits(KratyRetryConfig.builder().attempts(3).jitter(0).build()));
    }

    @Test
    void waits_afterASuccess_startOver() {
        Kraty kraty = platform.client();
        for (int i = 0; i < 2; i++) {
            platform.answers(
                    MockPlatform.error(500, "internal_error"),
                    MockPlatform.error(500, "internal_error"),
                    MockPlatform.json(200, MockPlatform.WALLET));
            kraty.wallet().list();
        }

        assertEquals(
                List.of(100L, 200L, 100L, 200L),
                platform.timing().sleeps().stream().map(Duration::toMillis).toList());
    }

    private static List<Long> waits(KratyRetryConfig retry) {
        platform.answers(MockPlatform.error(500, "internal_error"));
        Kraty kraty = platform.client(platform.signedIn().retry(retry));
        assertThrows(KratyApiException.class, () -> kraty.wallet().list());
        return platform.timing().sleeps().stream().map(Duration::toMillis).toList();
    }
}
