package io.kraty.game;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The code that the README shows is what is compiled. */
class ReadmeTest {
    @Test
    void theFirstGame_isTheOneThatIsCompiled() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/kraty/game/first/FirstGame.java"));
        String shown = source.substring(source.indexOf("public final class")).strip();
        assertTrue(Files.readString(Path.of("README.md")).contains("```java\n" + shown + "\n```"));
    }
}
