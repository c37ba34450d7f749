package io.kraty.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What javadoc shows compiles, and every public type says since when it is there; those inside of it are as old, unless they say so. */
class JavadocTest {
    private static final Path OVERVIEW = Pages.ROOT.resolve("overlay/src/main/javadoc/overview.html");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n[ *]*}</pre>", Pattern.DOTALL);
    // With annotations, which javadoc would take for its own tags; so these are members of a class.
    private static final Pattern MEMBERS = Pattern.compile("<pre>\\n(.*?)\\n[ *]*</pre>", Pattern.DOTALL);
    private static final Pattern BEGIN = Pattern.compile("<pre>");
    private static final Pattern TYPE = Pattern.compile(
            "^/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:@[^{;]*?)?^public ", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern SINCE = Pattern.compile("^ \\* @since \\d+\\.\\d+\\.\\d+$", Pattern.MULTILINE);

    @TempDir
    private Path classes;

    @Test
    void everyExample_compilesWithoutWarnings() {
        List<String> methods = new ArrayList<>();
        Stream.concat(Stream.of(OVERVIEW), SourceFiles.written().stream()).forEach(file -> {
            String text = Pages.text(file);
            List<String> found = new ArrayList<>();
            EXAMPLE.matcher(text).results().forEach(example -> found.add(code(example)));
            MEMBERS.matcher(text)
                    .results()
                    .forEach(example ->
                            found.add("class Example {\n" + code(example).replace("&#64;", "@") + "}\n"));
            found.forEach(code -> methods.add(Snippets.method(methods.size(), "", code)));
            assertEquals(
                    BEGIN.matcher(text).results().count(), found.size(), () -> "the pattern finds those of " + file);
        });
        assertTrue(methods.size() > 10, "found " + methods.size());

        assertEquals("", Snippets.problems(methods, AGame.class, classes));
    }

    @Test
    void everyPublicType_saysSinceWhen() {
        List<Path> files = new ArrayList<>(SourceFiles.written());
        List<Path> generated = SourceFiles.generated();
        files.addAll(generated);

        assertTrue(generated.size() > 100, () -> "generated: " + generated.size());
        assertEquals(
                List.of(),
                files.stream()
                        .filter(file -> Pattern.compile("(?m)^public ")
                                .matcher(Pages.text(file))
                                .find())
                        .filter(file -> !saysSinceWhen(Pages.text(file)))
                        .toList());
    }

    private static String code(MatchResult example) {
        return example.group(1).replaceAll("(?m)^ +\\* ?", "") + "\n";
    }

    private static boolean saysSinceWhen(String source) {
        Matcher type = TYPE.matcher(source);
        return type.find() && SINCE.matcher(type.group(1)).find();
    }
}
