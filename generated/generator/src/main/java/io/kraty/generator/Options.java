package io.kraty.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Query parameters that are one argument: a record with a builder, so that a call need not name what it leaves alone. The
 * description says with {@code x-options} what it is called and which parameters are in it.
 */
final class Options {
    private static final String EXTENSION = "x-options";
    private static final String ARGUMENT = "options";

    private Options() {}

    /** Adds a schema for each of them, from which a type is generated. */
    static void addTo(OpenAPI description) {
        for (PathItem path : description.getPaths().values()) {
            for (Operation operation : path.readOperations()) {
                if (operation.getExtensions() != null
                        && operation.getExtensions().get(EXTENSION) instanceof Map<?, ?> said) {
                    add(said, operation, description);
                }
            }
        }
    }

    /** Says how the presets of a type are built, and whether it has to see to its parts. */
    static void mark(CodegenModel model) {
        if (model.getVars().stream()
                .anyMatch(each -> each.isContainer || each.getVendorExtensions().containsKey("x-default"))) {
            model.getVendorExtensions().put("x-guarded", true);
        }
        if (!(model.getVendorExtensions().get("x-presets") instanceof List<?> presets)) {
            return;
        }
        List<Map<String, String>> built = new ArrayList<>();
        for (Object each : presets) {
            Map<?, ?> preset = (Map<?, ?>) each;
            CodegenProperty property = model.getVars().stream()
                    .filter(var -> var.getBaseName().equals(text(preset, "parameter")))
                    .findFirst()
                    .orElseThrow();
            built.add(Map.of(
                    "name", text(preset, "name"),
                    "description", text(preset, "description"),
                    "setter", property.getName(),
                    "type", property.getDataType(),
                    "value", text(preset, "value")));
        }
        model.getVendorExtensions().put("x-presets", built);
    }

    /** Replaces the parameters of an operation by the one argument. */
    static void replaceIn(CodegenOperation operation) {
        Map<?, ?> said = operation.vendorExtensions.get(EXTENSION) instanceof Map<?, ?> map ? map : Map.of();
        List<?> covered = parameters(said);
        String argument = "Checks.present(\"" + ARGUMENT + "\", " + ARGUMENT + ")"; // once, where it is first used
        for (CodegenParameter parameter : operation.queryParams) {
            String given = argument + "." + parameter.paramName + "()";
            String sent = parameter.isBoolean ? given + " ? true : null" : given;
            parameter.vendorExtensions.put(
                    "x-argument", covered.contains(parameter.baseName) ? sent : parameter.paramName);
            argument = covered.contains(parameter.baseName) ? ARGUMENT : argument;
        }
        if (!covered.isEmpty()) {
            operation.allParams.removeIf(each -> each.isQueryParam && covered.contains(each.baseName));
            int firstOptional = 0;
            while (firstOptional < operation.allParams.size() && operation.allParams.get(firstOptional).required) {
                firstOptional++;
            }
            operation.allParams.add(firstOptional, argument(text(said, "name"), text(said, "description")));
        }
    }

    private static CodegenParameter argument(String type, String description) {
        CodegenParameter argument = new CodegenParameter();
        argument.baseName = ARGUMENT;
        argument.paramName = ARGUMENT;
        argument.dataType = type;
        argument.description = description;
        argument.required = true;
        return argument;
    }

    private static void add(Map<?, ?> said, Operation operation, OpenAPI description) {
        Schema<?> options = new ObjectSchema().description(text(said, "description"));
        options.addExtension(EXTENSION, true);
        if (said.get("presets") instanceof List<?> presets) {
            options.addExtension("x-presets", presets);
        }
        Map<?, ?> defaults = said.get("defaults") instanceof Map<?, ?> map ? map : Map.of();
        for (Object name : parameters(said)) {
            options.addProperty(
                    (String) name, property(parameter(operation, (String) name, description), defaults.get(name)));
        }
        String type = text(said, "name");
        Schema<?> known = description.getComponents().getSchemas().put(type, options);
        if (known != null && !known.equals(options)) {
            throw new IllegalStateException(
                    type + " has to be the same wherever it stands: " + operation.getOperationId());
        }
    }

    private static Parameter parameter(Operation operation, String name, OpenAPI description) {
        return operation.getParameters().stream()
                .map(each -> ModelUtils.getReferencedParameter(description, each))
                .filter(each -> each.getIn().equals("query") && each.getName().equals(name))
                .filter(each -> !Boolean.TRUE.equals(each.getRequired()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        operation.getOperationId() + " has no optional query parameter " + name));
    }

    /** As a component of the record; its range is checked where it is sent. */
    private static Schema<?> property(Parameter parameter, @Nullable Object fallback) {
        Schema<?> declared = parameter.getSchema();
        Schema<?> property;
        if (declared.get$ref() != null) {
            property = new Schema<>().addAllOfItem(new Schema<>().$ref(declared.get$ref()));
        } else if (declared instanceof ArraySchema array) {
            property = new ArraySchema().items(array.getItems());
        } else {
            property = new Schema<>().type(declared.getType()).format(declared.getFormat());
        }
        property.setDescription(String.join(" ", sentences(parameter, fallback)));
        if (fallback != null) {
            property.addExtension("x-default", fallback);
        }
        return property;
    }

    private static List<String> sentences(Parameter parameter, @Nullable Object fallback) {
        Schema<?> declared = parameter.getSchema();
        List<String> sentences = new ArrayList<>();
        sentences.add(parameter.getDescription().strip());
        if (declared.getMinimum() != null) {
            sentences.add(
                    declared.getMaximum() == null
                            ? "At least " + declared.getMinimum() + "."
                            : "From " + declared.getMinimum() + " to " + declared.getMaximum() + ".");
        }
        if (fallback != null) {
            sentences.add("By default `" + fallback + "`.");
        } else if (declared instanceof BooleanSchema) {
            sentences.add("By default not.");
        } else if (declared instanceof ArraySchema) {
            sentences.add("By default none.");
        } else {
            sentences.add(
                    declared.getDefault() == null
                            ? "By default it is left out."
                            : "By default the platform's " + declared.getDefault() + ".");
        }
        return sentences;
    }

    private static List<?> parameters(Map<?, ?> said) {
        return said.get("parameters") instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> said, String name) {
        return String.valueOf(said.get(name)).strip();
    }
}
