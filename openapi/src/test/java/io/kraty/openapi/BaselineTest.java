package io.kraty.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the description to what the last released one promised. */
class BaselineTest {
    static final Path DESCRIPTION = Path.of(System.getProperty("kraty.openapi.file"));
    private static final Path BASELINE = Path.of("baseline", "kraty-sdk-v1.yaml");

    @Test
    void description_comparedWithTheReleasedOne_breaksNobody() {
        assertEquals(
                "",
                String.join(
                        "\n",
                        Compatibility.breaks(Description.parse(read(BASELINE)), Description.parse(read(DESCRIPTION)))),
                DESCRIPTION.getFileName()
                        + " breaks what openapi/baseline promised. Additions are fine; for the rest see"
                        + " \"Compatibility\" in openapi/README.md.");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
