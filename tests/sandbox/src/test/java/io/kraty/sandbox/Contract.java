package io.kraty.sandbox;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperationMatch;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The API description, as a judge of the sandbox's answers. */
final class Contract {
    private static final String TEXT = read("META-INF/openapi/kraty-sdk-v1.yaml");
    /** For everything but bodies: it knows no reference that may be null, and takes more than a strict client does. */
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(TEXT)
                    .withLevelResolver(LevelResolver.create()
                            .withLevel("validation.response.body.schema", ValidationReport.Level.IGNORE)
                            .build())
                    .build();

    private static final ApiOperationResolver OPERATIONS =
            new ApiOperationResolver(new OpenAPIV3Parser().readContents(TEXT).getOpenAPI(), null, false);
    private static final Map<?, ?> DOCUMENT = (Map<?, ?>)
            new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(TEXT);

    private Contract() {}

    /** What the description has against {@code reply} as the answer to {@code request}. */
    static List<String> violations(HttpRequest request, Reply reply) {
        String path = request.uri().getRawPath();
        Request.Method method = Request.Method.valueOf(request.method());
        ApiOperationMatch match = OPERATIONS.findApiOperation(path, method);
        // The resolver takes an empty value for a parameter; the description gives each at least one character.
        if (!match.isOperationAllowed() || path.contains("//")) {
            boolean refused = reply.status() == 404 || reply.status() == 405;
            return refused ? List.of() : List.of("not described, but answered with " + reply.status());
        }
        SimpleResponse.Builder response = SimpleResponse.Builder.status(reply.status());
        reply.headers().map().forEach(response::withHeader);
        if (!reply.body().isEmpty()) {
            response.withBody(reply.body());
        }
        List<String> violations = new ArrayList<>();
        for (ValidationReport.Message message :
                VALIDATOR.validateResponse(path, method, response.build()).getMessages()) {
            if (message.getLevel() == ValidationReport.Level.ERROR) {
                violations.add(message.getMessage());
            }
        }
        if (reply.status() >= 400
                && !codes(match.getApiOperation().getOperation(), reply.status())
                        .contains(reply.text("error.code"))) {
            violations.add("the operation has no " + reply.status() + " with the code " + reply.text("error.code"));
        }
        if (!reply.body().isEmpty()) {
            String operation = match.getApiOperation().getOperation().getOperationId();
            violations.addAll(misfits(operation, reply, (property, value) -> {}));
        }
        if (reply.status() >= 400 && !reply.has("error.message")) {
            violations.add("an error without a message"); // the description lets a reader live without
        }
        return violations;
    }

    /**
     * What the answer of the operation has that its schema has not, or the other way round.
     *
     * @param seen told of each described property, as {@code Schema.property}, and its value
     */
    static List<String> misfits(String operation, Reply reply, BiConsumer<String, JsonElement> seen) {
        Map<?, ?> response = followed(map(map(operation(operation), "responses"), Integer.toString(reply.status())));
        Map<?, ?> schema = map(map(map(response, "content"), "application/json"), "schema");
        return new StrictForm(DOCUMENT, seen).faults(schema, JsonParser.parseString(reply.body()));
    }

    /** The same for an event of a stream. */
    static List<String> misfits(String operation, Sse.Event event, BiConsumer<String, JsonElement> seen) {
        Object schema = map(operation(operation), "x-sse-events").get(event.name());
        return schema == null
                ? List.of("the stream has no event " + event.name())
                : new StrictForm(DOCUMENT, seen).faults(Map.of("$ref", "#/components/schemas/" + schema), event.data());
    }

    /** All properties that are always there and may be null, as {@code Schema.property}. */
    static Set<String> requiredAndNullable() {
        Set<String> names = new TreeSet<>();
        map(map(DOCUMENT, "components"), "schemas").forEach((name, schema) -> {
            if (((Map<?, ?>) schema).get("required") instanceof List<?> required) {
                map((Map<?, ?>) schema, "properties").forEach((property, definition) -> {
                    if (required.contains(property) && Boolean.TRUE.equals(((Map<?, ?>) definition).get("nullable"))) {
                        names.add(name + "." + property);
                    }
                });
            }
        });
        return names;
    }

    private static Map<?, ?> operation(String id) {
        return map(DOCUMENT, "paths").values().stream()
                .flatMap(path -> ((Map<?, ?>) path).values().stream())
                .filter(operation -> operation instanceof Map<?, ?> one && id.equals(one.get("operationId")))
                .map(operation -> (Map<?, ?>) operation)
                .findFirst()
                .orElseThrow();
    }

    private static Map<?, ?> followed(Map<?, ?> response) {
        return response.get("$ref") instanceof String reference
                ? map(
                        map(map(DOCUMENT, "components"), "responses"),
                        reference.substring(reference.lastIndexOf('/') + 1))
                : response;
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(key), key);
    }

    /** The id of the operation that the request is one of. */
    static String operation(String method, String path) {
        ApiOperationMatch match = OPERATIONS.findApiOperation(path, Request.Method.valueOf(method));
        return match.getApiOperation().getOperation().getOperationId();
    }

    /** The ids of all operations. */
    static Set<String> operations() {
        return new OpenAPIV3Parser()
                .readContents(TEXT).getOpenAPI().getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .map(Operation::getOperationId)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids of those whose requests carry a body. */
    static Set<String> operationsWithBody() {
        return new OpenAPIV3Parser()
                .readContents(TEXT).getOpenAPI().getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .filter(operation -> operation.getRequestBody() != null)
                        .map(Operation::getOperationId)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The error codes that the operation lists for the status. */
    private static List<?> codes(Operation operation, int status) {
        Map<?, ?> byStatus = (Map<?, ?>) operation.getExtensions().get("x-error-codes");
        Object codes = byStatus.get(Integer.toString(status));
        return codes == null ? List.of() : (List<?>) codes;
    }

    private static String read(String resource) {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
