package io.kraty.sample;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void helpExplainsEveryOption() {
        Played help = Played.with("--help");

        assertEquals(0, help.status());
        for (String option : new String[] {"--base-url", "--api-key", "--board", "--allow-cleartext", "--fast"}) {
            assertTrue(help.out().contains(option), option);
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused("Unknown option: --loud", "--loud");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertRefused("--base-url needs a value.", "--base-url");
    }

    @Test
    void refusesABackendWithoutAKey() {
        assertRefused("A backend needs both", "--base-url", "http://127.0.0.1:1");
    }

    private static void assertRefused(String message, String... args) {
        Played refused = Played.with(args);

        assertAll(
                () -> assertEquals(2, refused.status()),
                () -> assertEquals("", refused.out()),
                () -> assertTrue(refused.err().startsWith(message), refused.err()));
    }
}
