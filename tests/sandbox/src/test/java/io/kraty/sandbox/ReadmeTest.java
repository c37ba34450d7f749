package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.internal.cli.CommandLine;
import io.kraty.sandbox.internal.file.TroubleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the sandbox's README shows can be used as it stands. Its Java is tested elsewhere. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EFFECT_ROW = Pattern.compile("^\\| (`.+?) \\| .+ \\| .* \\|$", Pattern.MULTILINE);
    private static final Pattern OPTION = Pattern.compile("^\\| `(--[a-z-]+)", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final String readme = Files.readString(README);

    ReadmeTest() throws IOException {}

    @Test
    void game_canBePlayed() {
        Game game = Game.parse(all(YAML, readme).get(0), "README.md");
        assertEquals("Orchard", game.name());
        try (KratySandbox sandbox = KratySandbox.builder().game(game).start()) {
            TestPlayer ana = new Api(sandbox).register("ana");
            ana.start("harvest").expect(201);
        }
    }

    @Test
    void trouble_isTheSameInJavaAndInAFile() {
        assertEquals(3, TroubleFile.read(all(YAML, readme).get(1), "README.md").size());
    }

    @Test
    void everyEffectInTheTable_isOne() {
        String table = readme.substring(readme.indexOf("| Effect |"));
        List<String> effects = all(EFFECT_ROW, table).stream()
                .flatMap(row -> all(CODE, row).stream())
                .map(effect -> effect.replace("{…}", "{X-Reason: test}").replace("…", "hello"))
                .toList();
        assertTrue(effects.size() >= 17, effects::toString);
        effects.forEach(effect -> TroubleFile.read("{on: \"*\", effect: " + effect + "}", effect));
    }

    @Test
    void everyOptionInTheTable_isExplainedByTheProgram_andTheOtherWayRound() {
        List<String> ofTheProgram = all(Pattern.compile("^  (--[a-z-]+)", Pattern.MULTILINE), CommandLine.HELP).stream()
                .map(String::strip)
                .filter(option -> !List.of("--help", "--version").contains(option))
                .toList();
        assertEquals(ofTheProgram, all(OPTION, readme));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
