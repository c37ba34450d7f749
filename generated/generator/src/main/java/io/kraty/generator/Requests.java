package io.kraty.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.utils.ModelUtils;

/** Which models can be part of a request, and what of them has to be checked before it is sent. Answers never are. */
final class Requests {
    private final Map<String, CodegenModel> models = new HashMap<>();
    private final Set<String> reachable = new HashSet<>();
    private final Set<String> checked = new HashSet<>();
    private final String keyProperty;

    /**
     * Starts with nothing marked.
     *
     * @param models all there are
     * @param keyProperty the property of a body that makes the call safe to repeat
     */
    Requests(Collection<CodegenModel> models, String keyProperty) {
        models.forEach(each -> this.models.put(each.getClassname(), each));
        this.keyProperty = keyProperty;
    }

    /** Marks the models, for the templates. */
    void mark(OpenAPI description) {
        for (CodegenModel model : models.values()) {
            model.getVars().stream()
                    .filter(each -> each.getBaseName().equals(keyProperty))
                    .filter(each -> model.getVendorExtensions().containsKey("x-idempotent"))
                    .forEach(each -> model.getVendorExtensions().put("x-key", each));
        }
        bodies(description).forEach(this::reach);
        while (reachable.stream().filter(this::hasToBeChecked).anyMatch(checked::add)) {
            // What holds something to check has to be checked as well.
        }
        for (CodegenModel model : models.values()) {
            if (checked.contains(model.getClassname())) {
                model.getVendorExtensions().put("x-checked", true);
                model.getVendorExtensions().put("x-checked-variants", checkedOf(model.oneOf));
                model.getVars().forEach(this::mark);
            }
        }
    }

    /** Marks the body of an operation. If it holds nothing of the caller's, it is no argument. */
    void mark(CodegenOperation operation) {
        CodegenParameter body = operation.bodyParam;
        CodegenModel model = body == null ? null : models.get(body.dataType);
        if (body == null || model == null) {
            return;
        }
        boolean isOnlyAKey = isOnlyAKey(model);
        body.vendorExtensions.put(isOnlyAKey ? "x-only-a-key" : "x-of-the-caller", true);
        body.vendorExtensions.put("x-checked", checked.contains(model.getClassname()));
        if (isOnlyAKey) {
            operation.allParams.removeIf(each -> each.isBodyParam);
        }
    }

    private void mark(CodegenProperty property) {
        property.getVendorExtensions().put("x-check", hasToBeChecked(property));
        property.getVendorExtensions().put("x-check-size", hasSize(property));
        property.getVendorExtensions().put("x-check-items", hasCheckedItems(property));
    }

    private List<String> checkedOf(Collection<String> names) {
        return names.stream().filter(checked::contains).toList();
    }

    private void reach(@Nullable String name) {
        CodegenModel model = models.get(name);
        if (model != null && reachable.add(model.getClassname())) {
            model.oneOf.forEach(this::reach);
            model.getVars().forEach(each -> reach(innermost(each).getComplexType()));
        }
    }

    private boolean hasToBeChecked(String name) {
        CodegenModel model = models.get(name);
        return model != null
                && !isOnlyAKey(model)
                && (model.getVendorExtensions().containsKey("x-exactly-one-of")
                        || model.oneOf.stream().anyMatch(checked::contains)
                        || model.getVars().stream().anyMatch(this::hasToBeChecked));
    }

    private boolean hasToBeChecked(CodegenProperty property) {
        boolean hasBounds = property.getMinimum() != null || property.getMaximum() != null;
        boolean hasLengths = property.getMinLength() != null || property.getMaxLength() != null;
        return !property.getVendorExtensions().containsKey("x-discriminator-value")
                && (((property.isInteger || property.isLong) && hasBounds)
                        || property.isDouble // JSON has no infinities
                        || (property.isString && hasLengths)
                        || property.isFreeFormObject // is copied, as the caller may go on changing it
                        || hasSize(property)
                        || hasCheckedItems(property));
    }

    private static boolean isOnlyAKey(CodegenModel model) {
        return model.getVars().size() == 1 && model.getVendorExtensions().containsKey("x-key");
    }

    private static boolean hasSize(CodegenProperty property) {
        return property.isArray && (property.getMinItems() != null || property.getMaxItems() != null);
    }

    private boolean hasCheckedItems(CodegenProperty property) {
        return property.isArray
                && checked.contains(String.valueOf(property.getItems().getComplexType()));
    }

    private static CodegenProperty innermost(CodegenProperty property) {
        return property.getItems() == null ? property : innermost(property.getItems());
    }

    private static Stream<String> bodies(OpenAPI description) {
        return description.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .map(Operation::getRequestBody)
                .filter(each -> each != null && each.getContent() != null)
                .flatMap(each -> each.getContent().values().stream())
                .map(MediaType::getSchema)
                .filter(each -> each != null && each.get$ref() != null)
                .map(each -> ModelUtils.getSimpleRef(each.get$ref()));
    }
}
