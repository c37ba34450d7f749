package io.kraty.published;

import static org.junit.jupiter.api.Assertions.fail;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A list in the repository that what was built is held to. */
final class CheckedIn {
    private static final int SHOWN = 60;

    private CheckedIn() {}

    /** Whether this run was told to write the lists anew. */
    static boolean isAccepting() {
        return "accept".equals(System.getProperty("kraty.api"));
    }

    /** The lines of the list; none if there is no such file yet. */
    static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).lines().toList() : List.of();
    }

    /** Fails if the file is another, or writes it if that was asked for. */
    static void hold(Path file, String actual, Class<?> test) throws IOException {
        List<String> old = lines(file);
        List<String> now = actual.lines().toList();
        if (old.equals(now)) {
            return;
        }
        if (isAccepting()) {
            Files.writeString(file, actual);
        } else {
            fail(file.normalize() + " is not what was built (- in the file, + built):\n" + difference(old, now)
                    + "\n\nMeant so? Then accept it, and commit the file:\n"
                    + "    mvn -q -Pquick -pl tests/conformance -am test -Dtest=" + test.getSimpleName()
                    + " -Dkraty.api=accept\n");
        }
    }

    /** What changed, below the line that it belongs to: the last one that is not indented. */
    static String difference(List<String> old, List<String> now) {
        List<String> lines = new ArrayList<>();
        String heading = "";
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            String its = heading(now, delta.getTarget());
            if (!its.equals(heading)) {
                lines.add("  " + its);
                heading = its;
            }
            delta.getSource().getLines().forEach(line -> lines.add("- " + line));
            delta.getTarget().getLines().forEach(line -> lines.add("+ " + line));
        }
        String left = lines.size() > SHOWN ? "\n… and " + (lines.size() - SHOWN) + " lines more" : "";
        return lines.stream().limit(SHOWN).collect(Collectors.joining("\n")) + left;
    }

    private static String heading(List<String> lines, Chunk<String> chunk) {
        return lines.subList(0, Math.min(chunk.getPosition(), lines.size())).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith(" ") && !line.startsWith("#"))
                .reduce("", (before, line) -> line);
    }
}
