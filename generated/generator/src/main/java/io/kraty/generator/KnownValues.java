package io.kraty.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.utils.CamelizeOption;
import org.openapitools.codegen.utils.StringUtils;

/**
 * What goes with an open enum that is important enough: its known values as a Java enum of their own ({@code x-java-enum}),
 * and an interface with a question for each ({@code x-java-predicates}). Both names stand at the enum in the description.
 */
final class KnownValues {
    private static final List<String> NAMES = List.of("x-java-enum", "x-java-predicates");

    private KnownValues() {}

    /** Adds a schema for each of the two, from which a type is generated. */
    static void addTo(OpenAPI description) {
        Map<String, Schema<?>> added = new LinkedHashMap<>();
        description.getComponents().getSchemas().forEach((name, schema) -> {
            Map<?, ?> said = schema.getExtensions() == null ? Map.of() : schema.getExtensions();
            for (String each : NAMES) {
                if (said.get(each) instanceof String type) {
                    added.put(type, copy(schema, each, name));
                }
            }
        });
        description.getComponents().getSchemas().putAll(added);
    }

    /** Says what the questions are called. */
    static void addPredicates(CodegenModel model) {
        if (model.isEnum && model.getAllowableValues().get("enumVars") instanceof List<?> values) {
            for (Object each : values) {
                @SuppressWarnings("unchecked") // that is how the generator keeps them
                Map<String, Object> value = (Map<String, Object>) each;
                String words = String.valueOf(value.get("name")).toLowerCase(Locale.ROOT);
                value.put("predicate", "is" + StringUtils.camelize(words, CamelizeOption.UPPERCASE_FIRST_CHAR));
            }
        }
    }

    private static Schema<?> copy(Schema<?> schema, String kind, String name) {
        StringSchema copy = new StringSchema();
        copy.setDescription(schema.getDescription());
        schema.getEnum().forEach(each -> copy.addEnumItem(String.valueOf(each)));
        schema.getExtensions().forEach(copy::addExtension);
        NAMES.forEach(each -> copy.getExtensions().remove(each));
        copy.addExtension(kind + "-of", name);
        copy.addExtension("x-known", schema.getExtensions().get("x-java-enum"));
        return copy;
    }
}
