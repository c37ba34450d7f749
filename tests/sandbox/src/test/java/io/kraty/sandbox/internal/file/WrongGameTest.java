package io.kraty.sandbox.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sandbox.Game;
import io.kraty.sandbox.GameFileException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are wrong, and what a studio is told about them. */
class WrongGameTest {
    static Stream<WrongFile> form() {
        return WrongFile.in("wrong-form.txt");
    }

    static Stream<WrongFile> meaning() {
        return WrongFile.in("wrong-meaning.txt");
    }

    @ParameterizedTest
    @MethodSource({"form", "meaning"})
    void wrongFile_isRefusedWithThePlaceAndWhatWasExpected(WrongFile wrong) {
        wrong.assertRefused(text -> Game.parse(text, "game.yaml"));
    }

    /** What is no YAML is not for a schema to refuse, nor is a key that is there twice. */
    static Stream<WrongFile> formOfValidYaml() {
        return form().filter(wrong -> wrong.problems().stream()
                .noneMatch(problem ->
                        problem.matches(".*(not valid YAML|is empty|inside of itself|there already|no text).*")));
    }

    @ParameterizedTest
    @MethodSource("formOfValidYaml")
    void wrongForm_isRefusedByTheSchemaAsWell(WrongFile wrong) {
        assertFalse(GameFiles.refusals(wrong.text()).isEmpty());
    }

    @Test
    void message_namesTheFileInEachLine() {
        String text = "game: X\nsettings: {zone: 5, liveKey: 5}\n";
        GameFileException refusal = assertThrows(GameFileException.class, () -> Game.parse(text, "my.yaml"));
        assertEquals("""
                my.yaml:2:18: settings.zone: must be a time zone like UTC or America/Sao_Paulo, was 5
                my.yaml:2:30: settings.liveKey: must be true or false, was 5""", refusal.getMessage());
    }

    @Test
    void message_listsTwentyProblems_andCountsTheOthers() {
        String text = "game: X\nwelcome:\n" + "  - gold\n".repeat(25);
        GameFileException refusal = assertThrows(GameFileException.class, () -> Game.parse(text, "my.yaml"));
        List<String> lines = refusal.getMessage().lines().toList();
        assertEquals(25, refusal.problems().size());
        assertEquals(21, lines.size());
        assertEquals("… and 5 more", lines.get(20));
    }

    @Test
    void deepNesting_isRefused() {
        GameFileException refusal =
                assertThrows(GameFileException.class, () -> Game.parse("[".repeat(100_000), "deep.json"));
        assertEquals("deep.json:1:1: is nested too deeply", refusal.getMessage());
    }

    @Test
    void everyProblem_isToldOfTheMembersOfAnAlias() {
        String text = "game: X\nevents:\n  a: &a {metrics: {m: {target: 0}}}\n  b: *a\n";
        GameFileException refusal = assertThrows(GameFileException.class, () -> Game.parse(text, "g.yaml"));
        assertEquals(
                "events.a.metrics.m.target events.b.metrics.m.target",
                refusal.problems().stream().map(GameFileException.Problem::path).collect(Collectors.joining(" ")));
    }
}
