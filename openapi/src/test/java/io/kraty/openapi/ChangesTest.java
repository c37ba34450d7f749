package io.kraty.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** One change at a time to a small description: what it breaks and whom, or that it breaks nobody. */
class ChangesTest {
    static final String PETS = read("/pets.yaml");

    @ParameterizedTest
    @MethodSource
    void change_isAnAdditionOrSaysWhatItBreaks(String from, String to, List<String> sentences) {
        assertEquals(sentences, breaks(changed(from, to)));
    }

    static Stream<Arguments> change_isAnAdditionOrSaysWhatItBreaks() {
        List<Map<String, ?>> changes = new Yaml().load(read("/changes.yaml"));
        return changes.stream()
                .map(change -> Arguments.of(
                        change.get("from"),
                        change.get("to"),
                        Optional.<Object>ofNullable(change.get("breaks")).orElse(List.of())));
    }

    @Test
    void pathVariable_underAnotherName_isTheSameOperation() {
        assertEquals(
                List.of(
                        "path parameter petId of operation feedPet is called pet: code that names it does not compile after"
                                + " regenerating"),
                breaks(PETS.replace("petId", "pet")));
    }

    @Test
    void schema_underAnotherName_isGone() {
        assertEquals(
                List.of(
                        "error code slow_down no longer comes with details of the form Pause: readers of the details lose them"
                                + " (listPets, feedPet)",
                        "schema Pause is gone: code that names its type does not compile after regenerating"),
                breaks(PETS.replace("Pause", "Break")));
    }

    @Test
    void keyword_thatNobodyTaughtTheCheck_isNotPassedOver() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> breaks(changed("        owner: {type: string,", "        owner: {type: string, x-mood: good,")));

        assertTrue(refused.getMessage().startsWith("`x-mood` of Pet.owner"), refused.getMessage());
    }

    private static List<String> breaks(String proposed) {
        return Compatibility.breaks(Description.parse(PETS), Description.parse(proposed));
    }

    private static String changed(String from, String to) {
        assertTrue(PETS.contains(from), () -> "not there: " + from);
        assertEquals(PETS.indexOf(from), PETS.lastIndexOf(from), () -> "more than once: " + from);
        return PETS.replace(from, to);
    }

    private static String read(String resource) {
        try (InputStream in = ChangesTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
