package io.kraty.sandbox.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sandbox.GameFileException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A file that is wrong, out of a list of them: its name behind three equals signs, the file, an arrow, and what it is
 * refused with.
 */
record WrongFile(String name, String text, List<String> problems) {
    static Stream<WrongFile> in(String resource) {
        return Stream.of(GameFiles.text(resource).split("(?m)^=== ", -1))
                .filter(one -> !one.isEmpty())
                .map(WrongFile::parse);
    }

    private static WrongFile parse(String one) {
        String[] parts = one.split("(?m)^--->\n", 2);
        int name = parts[0].indexOf('\n');
        return new WrongFile(
                parts[0].substring(0, name),
                parts[0].substring(name + 1),
                parts[1].lines().toList());
    }

    void assertRefused(Consumer<String> reader) {
        GameFileException refusal = assertThrows(GameFileException.class, () -> reader.accept(text));
        assertEquals(problems, refusal.problems().stream().map(Object::toString).toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
