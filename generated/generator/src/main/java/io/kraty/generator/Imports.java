package io.kraty.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.CodegenResponse;

/** The types that the endpoints of one class name. */
final class Imports {
    private final Predicate<String> isNeeded;
    private final UnaryOperator<String> qualified;
    private final Map<String, String> names = new TreeMap<>();

    /**
     * Starts with none.
     *
     * @param isNeeded whether a type stands in another package
     * @param qualified a type's name with its package
     */
    Imports(Predicate<String> isNeeded, UnaryOperator<String> qualified) {
        this.isNeeded = isNeeded;
        this.qualified = qualified;
    }

    /** Adds those of an operation. */
    void of(CodegenOperation operation) {
        operation.allParams.forEach(each -> {
            if (each.items == null) {
                add(each.dataType);
            } else {
                ofProperty(each.items);
            }
        });
        if (operation.bodyParam != null && operation.bodyParam.vendorExtensions.containsKey("x-only-a-key")) {
            add(operation.bodyParam.dataType);
        }
        ofProperty((CodegenProperty) operation.vendorExtensions.get("x-result"));
        for (CodegenResponse response : operation.responses) {
            if (response.vendorExtensions.containsKey("x-other-result")) {
                add(response.baseType);
            }
        }
    }

    List<Map<String, String>> sorted() {
        List<Map<String, String>> sorted = new ArrayList<>();
        names.forEach((name, classname) -> sorted.add(Map.of("import", name, "classname", classname)));
        return sorted;
    }

    private void ofProperty(@Nullable CodegenProperty property) {
        if (property != null) {
            add(property.getComplexType());
            ofProperty(property.getItems());
        }
    }

    private void add(@Nullable String type) {
        if (type != null && isNeeded.test(type)) {
            names.put(qualified.apply(type), type);
        }
    }
}
