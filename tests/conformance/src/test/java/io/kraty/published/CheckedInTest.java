package io.kraty.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes the API is told what changed, and how to say that it was meant. */
class CheckedInTest {
    @TempDir
    private Path folder;

    @Test
    void anotherFile_fails_withTheChangeAndTheCommand() throws IOException {
        assumeFalse(CheckedIn.isAccepting());
        Path file = Files.writeString(folder.resolve("api.txt"), "class A\n  int old()\n");

        AssertionError e = assertThrows(
                AssertionError.class, () -> CheckedIn.hold(file, "class A\n  long old()\n", PublicApiTest.class));

        assertTrue(e.getMessage().contains("  class A\n-   int old()\n+   long old()\n"), e::getMessage);
        assertTrue(e.getMessage().contains("-Dtest=PublicApiTest -Dkraty.api=accept"), e::getMessage);
        assertEquals("class A\n  int old()\n", Files.readString(file));
    }

    @Test
    void noFile_fails() {
        assumeFalse(CheckedIn.isAccepting());

        assertThrows(
                AssertionError.class,
                () -> CheckedIn.hold(folder.resolve("none.txt"), "class A\n", PublicApiTest.class));
    }

    @Test
    void sameFile_passes_whateverEndsItsLines() throws IOException {
        CheckedIn.hold(
                Files.writeString(folder.resolve("api.txt"), "class A\r\n  int a()\r\n"),
                "class A\n  int a()\n",
                PublicApiTest.class);
    }

    @Test
    void difference_saysWhereItIsOnce() {
        assertEquals(
                """
                  class B
                -   b1
                -   b3
                  class C
                +   c""",
                CheckedIn.difference(
                        List.of("class A", "  a", "class B", "  b1", "  b2", "  b3", "class C"),
                        List.of("class A", "  a", "class B", "  b2", "class C", "  c")));
    }

    @Test
    void difference_ofVeryMuch_isShort() {
        List<String> many = IntStream.range(0, 200).mapToObj(Integer::toString).toList();

        assertTrue(CheckedIn.difference(List.of(), many).endsWith("\n… and 140 lines more"));
    }
}
