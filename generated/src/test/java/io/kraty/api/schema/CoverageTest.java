package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import io.kraty.api.model.ErrorEnvelope;
import io.kraty.api.runtime.ApiRequest;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the tests which the description drives leave nothing out: they are only worth what they visit. */
class CoverageTest {
    /** Named schemas that nothing is generated for. */
    private static final Set<String> WITHOUT_A_TYPE = Set.of(
            // whatever a game likes to store: a map
            "MetadataBag");

    @Test
    void everySchemaIsOfAKindThatIsTested() {
        Set<String> others = new TreeSet<>(Description.components("schemas").keySet());
        int records = Description.records().size();
        int enums = Description.enums().size();
        Description.records().forEach(each -> others.remove(each.name()));
        Description.enums().forEach(each -> others.remove(each.name()));
        Set<String> reasoned = new TreeSet<>(WITHOUT_A_TYPE);
        reasoned.addAll(Handwritten.names());
        assertEquals(reasoned, others);
        assertEquals(Description.components("schemas").size(), records + enums + reasoned.size());
    }

    @Test
    void everyModelClassBelongsToASchema() throws Exception {
        Set<String> expected = new TreeSet<>(Handwritten.names());
        Description.records().stream().filter(each -> !each.isEnvelope()).forEach(each -> expected.add(each.name()));
        Description.enums().forEach(each -> expected.add(each.name()));
        Operation.all().stream().flatMap(each -> each.options().stream()).forEach(each -> expected.add(each.name()));
        // What goes with an enum.
        Description.enums().stream()
                .flatMap(each -> Stream.of("x-java-enum", "x-java-predicates").map(each.definition()::get))
                .filter(Objects::nonNull)
                .forEach(each -> expected.add(each.getAsString()));
        // Handwritten interfaces above generated records.
        Description.schemas().stream()
                .flatMap(each -> Schema.texts(each.definition().get("x-implements")).stream())
                .forEach(each -> expected.add(each.substring(each.lastIndexOf('.') + 1)));
        assertEquals(expected, classesIn("io/kraty/api/model"));
    }

    @Test
    void everyEndpointBelongsToAnOperation() throws Exception {
        List<String> endpoints = new ArrayList<>();
        for (String api : classesIn("io/kraty/api")) {
            Arrays.stream(Class.forName("io.kraty.api." + api).getMethods())
                    .filter(each -> each.getReturnType() == ApiRequest.class)
                    .forEach(each -> endpoints.add(each.getName()));
        }
        assertEquals(
                Operation.all().stream().map(Operation::id).sorted().toList(),
                endpoints.stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyAccessorBelongsToAProperty(Schema schema) {
        if (schema.isEnvelope()) {
            assertThrows(LinkageError.class, () -> Models.type(schema));
        } else if (schema.kind() == Schema.Kind.OBJECT) {
            Stream<String> declared = schema.properties().stream()
                    .filter(each -> !each.isConstant())
                    .map(Property::name);
            Stream<String> rest = schema.keepsTheRest() ? Stream.of(Expected.THE_REST) : Stream.empty();
            assertEquals(
                    Stream.concat(declared, rest).toList(),
                    Arrays.stream(Models.type(schema).getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        } else {
            Set<String> variants = schema.variants().values().stream()
                    .map(each -> Models.type(each).getSimpleName())
                    .collect(Collectors.toCollection(TreeSet::new));
            variants.add("Unrecognized");
            assertEquals(
                    variants,
                    Arrays.stream(Models.type(schema).getPermittedSubclasses())
                            .map(Class::getSimpleName)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** The made-up documents hold what they are made for; otherwise the tests would agree about nothing. */
    @ParameterizedTest
    @MethodSource("records")
    void theDocumentsAreWhatTheyAreCalled(Schema schema) {
        List<JsonElement> full = Documents.of(schema, Shape.FULL);
        if (schema.kind() == Schema.Kind.UNION) {
            Stream<List<JsonElement>> each = Stream.of(full, Documents.ofEachKind(schema));
            each.forEach(documents -> assertEquals(schema.variants().keySet(), kinds(schema, documents)));
            Set<String> unknown = kinds(schema, Documents.of(schema, Shape.UNKNOWN_KINDS));
            assertTrue(Collections.disjoint(schema.variants().keySet(), unknown));
        } else {
            Set<String> required = names(schema, each -> each.isRequired() || each.isConstant());
            Set<String> mayBeNull = names(schema, each -> !each.isDemanded() && !each.isConstant());
            full.forEach(each -> assertEquals(names(schema, any -> true), declared(schema, each)));
            Documents.of(schema, Shape.REQUIRED_ONLY).forEach(each -> assertEquals(required, declared(schema, each)));
            Documents.of(schema, Shape.NULLS).forEach(each -> assertEquals(mayBeNull, nulls(each)));
            Documents.of(schema, Shape.WITH_UNKNOWN_MEMBERS)
                    .forEach(each -> assertTrue(
                            each.getAsJsonObject().size() > schema.properties().size() + 1));
        }
    }

    static Stream<Schema> records() {
        return Description.records().stream();
    }

    private static Set<String> kinds(Schema union, List<JsonElement> documents) {
        return documents.stream()
                .map(each -> each.getAsJsonObject().get(union.discriminator()).getAsString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Schema schema, Predicate<Property> which) {
        return schema.properties().stream().filter(which).map(Property::name).collect(Collectors.toSet());
    }

    private static Set<String> declared(Schema schema, JsonElement document) {
        Set<String> names = new TreeSet<>(document.getAsJsonObject().keySet());
        names.retainAll(names(schema, any -> true));
        return names;
    }

    private static Set<String> nulls(JsonElement document) {
        return document.getAsJsonObject().entrySet().stream()
                .filter(each -> each.getValue().isJsonNull())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The top-level classes of a package, generated or not. */
    private static Set<String> classesIn(String folder) throws IOException, URISyntaxException {
        Path classes = Path.of(ErrorEnvelope.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve(folder))) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each ->
                            each.endsWith(".class") && !each.contains("$") && !each.equals("package-info.class"))
                    .map(each -> each.substring(0, each.length() - ".class".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
