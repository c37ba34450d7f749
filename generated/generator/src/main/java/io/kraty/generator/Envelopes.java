package io.kraty.generator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.CodegenResponse;

/** Objects that hold nothing but the one property which stands for all of them: nobody needs a type of their own. */
final class Envelopes {
    private final Map<String, CodegenProperty> contents = new LinkedHashMap<>();

    /**
     * Finds them.
     *
     * @param property the name of the property
     * @param models all there are, by name
     */
    Envelopes(String property, Map<String, CodegenModel> models) {
        models.forEach((name, model) -> {
            List<CodegenProperty> properties = model.getVars();
            if (properties.size() == 1
                    && properties.get(0).getRequired()
                    && properties.get(0).getBaseName().equals(property)
                    && !isPartOf(models.values(), model)) {
                contents.put(name, properties.get(0));
            }
        });
    }

    Set<String> names() {
        return contents.keySet();
    }

    /** Says what an operation really answers, and which of its successes answer something else. */
    void unwrap(CodegenOperation operation) {
        CodegenProperty content = contents.get(operation.returnType);
        operation.vendorExtensions.put("x-result", content == null ? operation.returnProperty : content);
        if (content != null) {
            operation.vendorExtensions.put("x-envelope", operation.returnType);
        }
        for (CodegenResponse response : operation.responses) {
            if (response.is2xx && response.dataType != null && !response.dataType.equals(operation.returnType)) {
                response.vendorExtensions.put("x-other-result", true);
            }
        }
    }

    private static boolean isPartOf(Collection<CodegenModel> models, CodegenModel part) {
        return models.stream().anyMatch(each -> each.getImports().contains(part.getClassname()));
    }
}
