package io.kraty.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The extensions of the description, which no linter knows, agree with it and with each other. */
class ConventionsTest {
    private static final Description DESCRIPTION = Description.parse(BaselineTest.read(BaselineTest.DESCRIPTION));
    private static final Part ERROR_CODE = DESCRIPTION.schema("ErrorCode");
    private final List<String> faults = new ArrayList<>();

    @Test
    void enums_describeEachValue() {
        eachSchema((name, schema) -> {
            if (schema.members().get("enum") instanceof List<?> values
                    && schema.members().get("x-enum-descriptions") instanceof List<?> descriptions) {
                expect(values.size(), descriptions.size(), name);
            }
        });
    }

    @Test
    void enumSets_holdValuesOfTheEnum() {
        eachSchema((name, schema) -> schema.list("x-enum-sets")
                .forEach(set -> expect(Set.of(), Enums.gone(set.texts("values"), schema.texts("enum")), name)));
    }

    @Test
    void errorCodes_haveStatusesAndDetails() {
        expect(
                ERROR_CODE.texts("enum"),
                ERROR_CODE.textsByKey("x-error-statuses").keySet(),
                "x-error-statuses");
        expect(
                Set.of(),
                Enums.gone(ERROR_CODE.textByKey("x-error-details").keySet(), ERROR_CODE.texts("enum")),
                "x-error-details");
        assertEquals(List.of(), faults);
    }

    @Test
    void operations_listKnownErrorCodes_withTheStatusesTheyComeWith() {
        Map<String, Set<String>> statuses = ERROR_CODE.textsByKey("x-error-statuses");
        eachOperation((id, operation) -> operation
                .part()
                .textsByKey("x-error-codes")
                .forEach((status, codes) -> codes.forEach(code -> {
                    if (!statuses.getOrDefault(code, Set.of()).contains(status)) {
                        faults.add(id + ": " + code + " with " + status);
                    }
                })));
    }

    @Test
    void operations_listErrorCodes_forEachResponseWithAnError() {
        eachOperation((id, operation) -> {
            Set<String> errors = new TreeSet<>();
            operation
                    .part()
                    .parts("responses")
                    .forEach((status, response) -> response.parts("content")
                            .forEach((type, media) -> media.part("schema")
                                    .flatMap(Part::name)
                                    .filter("ErrorEnvelope"::equals)
                                    .ifPresent(envelope -> errors.add(status))));
            expect(
                    errors,
                    new TreeSet<>(operation.part().textsByKey("x-error-codes").keySet()),
                    id);
        });
    }

    @Test
    void streams_nameTheEventsThatTheirUnionTellsApart() {
        eachOperation((id, operation) -> {
            Map<String, String> mapped = new TreeMap<>();
            operation
                    .part()
                    .parts("responses")
                    .values()
                    .forEach(response -> response.parts("content").forEach((type, media) -> {
                        if (type.equals("text/event-stream")) {
                            media.part("schema")
                                    .orElseThrow()
                                    .part("discriminator")
                                    .orElseThrow()
                                    .textByKey("mapping")
                                    .forEach((event, schema) ->
                                            mapped.put(event, schema.substring(schema.lastIndexOf('/') + 1)));
                        }
                    }));
            expect(mapped, new TreeMap<>(operation.part().textByKey("x-sse-events")), id);
        });
    }

    @Test
    void variants_haveTheValueThatTheirUnionKnowsThemBy() {
        eachSchema((name, schema) -> schema.part("discriminator")
                .ifPresent(discriminator -> discriminator.textByKey("mapping").forEach((value, reference) -> {
                    Part variant = DESCRIPTION.followed(Map.of("$ref", reference));
                    Part property = variant.parts("properties")
                            .get(discriminator.text("propertyName").orElseThrow());
                    expect(value, property.text("x-discriminator-value").orElse("none"), name + " " + value);
                })));
    }

    @Test
    void choices_areAmongOptionalProperties() {
        eachSchema((name, schema) -> {
            Set<String> optional = Enums.gone(schema.parts("properties").keySet(), schema.texts("required"));
            expect(Set.of(), Enums.gone(schema.texts("x-exactly-one-of"), optional), name);
        });
    }

    @Test
    void idempotentRequests_haveAKey() {
        eachSchema((name, schema) ->
                expect(schema.isTrue("x-idempotent"), schema.parts("properties").containsKey("idempotencyKey"), name));
    }

    private void eachSchema(BiConsumer<String, Part> check) {
        DESCRIPTION.components("schemas").forEach(check);
        assertEquals(List.of(), faults);
    }

    private void eachOperation(BiConsumer<String, Operation> check) {
        DESCRIPTION.operations().values().forEach(operation -> check.accept(operation.id(), operation));
        assertEquals(List.of(), faults);
    }

    private void expect(Object expected, Object found, String where) {
        if (!expected.equals(found)) {
            faults.add(where + ": " + found + " instead of " + expected);
        }
    }
}
