package io.kraty.published;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a game can use of each library is what its {@code api.txt} says: nobody changes it without knowing. */
class PublicApiTest {
    private static final String HEAD = """
            # What others can use of this module: public, and protected where they can extend. PublicApiTest (tests/conformance) compares
            # it with what was built. Not said again: `public`, the constructor and the accessors that a record's components stand for.
            # Names are as short as in a Java file; those without an import are of io.kraty or java.lang.

            """;

    @ParameterizedTest
    @CsvSource({
        "generated, io.kraty.api.model.KratyErrorCode",
        "overlay, io.kraty.sdk.Kraty",
        "tests/sandbox, io.kraty.sandbox.KratySandbox"
    })
    void publicApi_isWhatIsCheckedIn(String module, Class<?> inIt) throws IOException, URISyntaxException {
        Path built =
                Path.of(inIt.getProtectionDomain().getCodeSource().getLocation().toURI());

        CheckedIn.hold(
                Path.of("..", "..").resolve(module).resolve("api.txt"), HEAD + ApiDump.of(built), PublicApiTest.class);
    }
}
