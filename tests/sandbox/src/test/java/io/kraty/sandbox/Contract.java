package io.kraty.sandbox;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperationMatch;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The API description, as a judge of the sandbox's answers. */
final class Contract {
    private static final String TEXT = read("META-INF/openapi/kraty-sdk-v1.yaml");
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(TEXT).build();
    private static final ApiOperationResolver OPERATIONS =
            new ApiOperationResolver(new OpenAPIV3Parser().readContents(TEXT).getOpenAPI(), null, false);

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
        return violations;
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
