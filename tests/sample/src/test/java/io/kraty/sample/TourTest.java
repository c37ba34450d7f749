package io.kraty.sample;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TourTest {
    private static final Pattern SUMMARY = Pattern.compile("tour: (\\d+) steps, (\\d+) ok, (\\d+) failed");
    private static final String ESCAPE = "\u001b";

    private static Played piped;

    @BeforeAll
    static void play() {
        piped = Played.with("--fast");
    }

    @Test
    void playsOnItsOwnSandboxWithoutAFailure() {
        assertAll(
                () -> assertEquals(0, piped.status(), piped.out()),
                () -> assertEquals(0, failures(piped), piped.out()),
                () -> assertFalse(piped.out().contains("skipped"), "the sandbox can do everything:\n" + piped.out()),
                () -> assertEquals("", piped.err()));
    }

    @Test
    void usesNoEscapeCodesUnlessOnATerminal() {
        Played shown = Played.on(true, "--fast");

        assertAll(
                () -> assertFalse(piped.out().contains(ESCAPE)),
                () -> assertFalse(piped.out().contains("\r")),
                () -> assertTrue(piped.out().chars().allMatch(c -> c < 128), "not every console shows more than ASCII"),
                () -> assertTrue(shown.out().contains(ESCAPE)));
    }

    @Test
    void playsOnABackendThatIsNamedAndTellsNoSecret() {
        try (KratySandbox backend = KratySandbox.builder()
                .lobbyFillTime(Duration.ofMillis(300))
                .botInterval(Duration.ofMillis(50))
                .start()) {
            Played tour = Played.with("--fast", "--base-url", backend.baseUrl(), "--api-key", backend.apiKey());

            assertEquals(0, tour.status(), tour.out());
            assertEquals(0, failures(tour), tour.out());
            assertTrue(tour.out().contains("skipped: only the sandbox"), tour.out());
            assertFalse(tour.out().contains(backend.apiKey()));
            assertFalse(backend.players().isEmpty());
            for (String player : backend.players()) {
                String secret = backend.secretOf(player).orElseThrow();
                assertFalse(tour.out().contains(secret), "the secret of " + player);
            }
        }
    }

    @Test
    void countsFailuresAndGoesOnWhenTheBackendIsDown() throws IOException {
        String nowhere = "http://127.0.0.1:" + closedPort();

        Played tour = assertTimeout(
                Duration.ofMinutes(1), () -> Played.with("--fast", "--base-url", nowhere, "--api-key", "kraty_test"));

        assertEquals(1, tour.status(), tour.out());
        assertTrue(failures(tour) > 20, tour.out());
        assertTrue(tour.out().contains("== Goodbye =="), tour.out());
    }

    @Test
    void countsAProblemBeforeTheFirstStepToo() {
        Played tour = Played.with("--fast", "--base-url", "http://example.com", "--api-key", "kraty_test");

        assertEquals(1, tour.status(), tour.out());
        assertTrue(failures(tour) > 0, tour.out());
    }

    /** Also checks the form of the last line. */
    private static int failures(Played tour) {
        Matcher summary = SUMMARY.matcher(tour.lastLine());
        assertTrue(summary.matches(), "last line: " + tour.lastLine());
        int steps = Integer.parseInt(summary.group(1));
        int failed = Integer.parseInt(summary.group(3));
        assertEquals(steps, Integer.parseInt(summary.group(2)) + failed);
        return failed;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
