package io.kraty.sandbox.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void noArguments_serveTheDemoGame() {
        CommandLine line = CommandLine.parse();
        assertEquals(CommandLine.Task.SERVE, line.task());
        assertEquals(0, line.port());
        assertEquals(null, line.game());
        assertEquals(1, line.seed());
        assertEquals(ClockOption.SYSTEM, line.clock());
        assertEquals(List.of(), line.trouble());
        assertFalse(line.leaveOutNulls());
    }

    @Test
    void options_takeTheirValuesEitherWay() {
        CommandLine line = CommandLine.parse(
                "--port",
                "8099",
                "--game=my.yaml",
                "--seed",
                "-7",
                "--trouble",
                "a.yaml",
                "--trouble=[]",
                "--leave-out-nulls",
                "--quiet");
        assertEquals(8099, line.port());
        assertEquals(Path.of("my.yaml"), line.game());
        assertEquals(-7, line.seed());
        assertEquals(List.of("a.yaml", "[]"), line.trouble());
        assertTrue(line.leaveOutNulls());
        assertTrue(line.quiet());
    }

    @Test
    void clock_standsStillOrRuns() {
        assertEquals(new ClockOption(null, false, 1), ClockOption.parse("system"));
        assertEquals(new ClockOption(null, true, 1), ClockOption.parse("frozen"));
        assertEquals(new ClockOption(NOON, true, 1), ClockOption.parse("2026-03-01T12:00:00Z"));
        assertEquals(new ClockOption(NOON, true, 1), ClockOption.parse("2026-03-01T13:00:00+01:00"));
        assertEquals(new ClockOption(NOON, false, 1), ClockOption.parse("2026-03-01T12:00:00Z+"));
        assertEquals(new ClockOption(NOON, false, 60), ClockOption.parse("2026-03-01T12:00:00Z+x60"));
        assertEquals(new ClockOption(NOON, false, 60), ClockOption.parse("2026-03-01T13:00:00+01:00+x60"));
        assertEquals(new ClockOption(null, false, 0.5), ClockOption.parse("x0.5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+x60",
                "x",
                "x0",
                "x-1",
                "xNaN",
                "x1000001",
                "noon",
                "2026-03-01",
                "2026-03-01T12:00:00",
                "2026-02-30T12:00:00Z",
                "0000-12-31T23:59:59Z",
                "9999-12-31T23:59:59-01:00",
                "2026-03-01T12:00:00Zx60",
                "systemx60",
                "frozen+"
            })
    void wrongClock_isRefusedWithWhatItMayBe(String text) {
        String message = assertThrows(UsageException.class, () -> ClockOption.parse(text))
                .getMessage();
        assertTrue(message.startsWith("--clock must be system, frozen, a moment"), message);
        assertTrue(message.endsWith("was " + text), message);
    }

    @Test
    void wrongOptions_areNamed() {
        assertWrong("There is no option --prot.", "--prot", "1");
        assertWrong("There is no option game.yaml.", "game.yaml");
        assertWrong("--seed needs a value.", "--seed");
        assertWrong("--port must be a whole number from 0 to 65535, was 70000", "--port", "70000");
        assertWrong("--port must be a whole number from 0 to 65535, was x", "--port=x");
        assertWrong("--quiet takes no value, was given yes", "--quiet=yes");
    }

    @Test
    void help_namesEveryOption() {
        for (String option : List.of(
                "--port",
                "--game",
                "--seed",
                "--clock",
                "--trouble",
                "--leave-out-nulls",
                "--quiet",
                "--example",
                "--help",
                "--version")) {
            assertTrue(CommandLine.HELP.contains("  " + option), option);
        }
    }

    private static void assertWrong(String message, String... arguments) {
        assertEquals(
                message,
                assertThrows(UsageException.class, () -> CommandLine.parse(arguments))
                        .getMessage());
    }
}
