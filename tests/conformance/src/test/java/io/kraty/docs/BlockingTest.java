package io.kraty.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A game's author must know what may be called from the thread that draws: every type that does something says so. */
class BlockingTest {
    private static final Path SOURCES = Path.of("../../overlay/src/main/java/io/kraty/sdk");
    private static final Pattern CLASS_JAVADOC =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public ", Pattern.DOTALL);

    @Test
    void typesThatDoSomething_sayWhatMayBlock() throws IOException {
        List<Class<?>> doing = doing();

        assertTrue(doing.size() > 15, doing::toString);
        assertEquals(
                List.of(),
                doing.stream()
                        .filter(type -> !says(type))
                        .map(Class::getSimpleName)
                        .toList());
    }

    /** What is not a value, an option, an exception or a listener of the game's. */
    private static List<Class<?>> doing() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(file -> SOURCES.relativize(file).toString().replace(File.separatorChar, '.'))
                    .filter(name -> name.endsWith(".java")
                            && !name.endsWith("package-info.java")
                            && !name.startsWith("internal"))
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".java".length())))
                    .filter(type -> Modifier.isPublic(type.getModifiers())
                            && !type.isRecord()
                            && !type.isEnum()
                            && !Throwable.class.isAssignableFrom(type)
                            && !type.getSimpleName().matches(".*(Options|Config|Input|Result|Listener|Ref|State)"))
                    .toList();
        }
    }

    private static boolean says(Class<?> type) {
        try {
            Matcher javadoc = CLASS_JAVADOC.matcher(Files.readString(source(type)));
            return javadoc.find() && javadoc.group(1).contains("block");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path source(Class<?> type) {
        String name = type.getName().substring(Kraty.class.getPackageName().length() + 1);
        return SOURCES.resolve(name.replace('.', '/') + ".java");
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(Kraty.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
