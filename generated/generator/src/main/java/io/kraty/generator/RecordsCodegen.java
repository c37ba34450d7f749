package io.kraty.generator;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.JavaClientCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * The stock Java generator, and what a template cannot find out by itself because it sees one schema or one operation at a
 * time: what stands in an envelope, and what can be part of a request.
 */
public final class RecordsCodegen extends JavaClientCodegen {
    private static final String UNWRAP = "unwrap";
    private static final String KEY = "idempotencyKey";
    private static final String FIRST_VERSION = "firstVersion";

    private Envelopes envelopes = new Envelopes("", Map.of());
    private Requests requests = new Requests(List.of(), "");

    /** For the plugin, which knows the name of this class. */
    public RecordsCodegen() {
        cliOptions.add(CliOption.newString(UNWRAP, "the property of an answer that stands for the whole answer"));
        cliOptions.add(CliOption.newString(KEY, "the property of a body that makes the call safe to repeat"));
        cliOptions.add(CliOption.newString(FIRST_VERSION, "the version that first had what says nothing else"));
    }

    @Override
    public String getName() {
        return "java-records";
    }

    /** Of the stock client's own files there is none: only the table of operations, where a description has any. */
    @Override
    public void processOpts() {
        super.processOpts();
        supportingFiles.clear();
        String folder = sourceFolder + "/" + apiPackage.replace('.', '/');
        supportingFiles.add(new SupportingFile("operation.mustache", folder, "Operation.java"));
    }

    @Override
    public void preprocessOpenAPI(OpenAPI description) {
        super.preprocessOpenAPI(description);
        Options.addTo(description);
        KnownValues.addTo(description);
    }

    @Override
    public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
        Map<String, ModelsMap> processed = super.postProcessAllModels(all);
        Map<String, CodegenModel> models = new LinkedHashMap<>();
        processed.forEach(
                (name, each) -> models.put(name, each.getModels().get(0).getModel()));
        models.values().forEach(Options::mark);
        models.values().forEach(KnownValues::addPredicates);
        envelopes = new Envelopes(String.valueOf(additionalProperties.get(UNWRAP)), models);
        requests = new Requests(models.values(), String.valueOf(additionalProperties.get(KEY)));
        requests.mark(openAPI);
        processed.keySet().removeAll(envelopes.names());
        return processed;
    }

    @Override
    public OperationsMap postProcessOperationsWithModels(OperationsMap operations, List<ModelMap> models) {
        OperationsMap processed = super.postProcessOperationsWithModels(operations, models);
        Imports imports = new Imports(this::needToImport, this::toModelImport);
        processed.getOperations().getOperation().forEach(each -> {
            envelopes.unwrap(each);
            requests.mark(each);
            Options.replaceIn(each);
            imports.of(each);
            if (each.unescapedNotes != null) {
                each.vendorExtensions.put("x-javadoc", Javadoc.lines(each.unescapedNotes));
            }
        });
        processed.setImports(imports.sorted());
        return processed;
    }
}
