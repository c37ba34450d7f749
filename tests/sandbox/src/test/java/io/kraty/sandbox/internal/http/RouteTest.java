package io.kraty.sandbox.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.api.Operation;
import io.kraty.sandbox.internal.operation.Operations;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouteTest {
    @Test
    void operations_areThoseOfTheDescription_andSoIsAllThatIsSaidOfThem() throws IOException {
        Map<String, String> described = new TreeMap<>();
        description()
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    boolean isOfPlayer =
                            operation.getSecurity().stream().anyMatch(each -> each.containsKey("playerSecret"));
                    boolean isStream = operation.getResponses().get("200") != null
                            && operation.getResponses().get("200").getContent().containsKey("text/event-stream");
                    described.put(operation.getOperationId(), line(method.name(), path, isOfPlayer, isStream));
                }));
        Map<String, String> generated = new TreeMap<>();
        Stream.of(Operation.values()).forEach(operation -> {
            Route route = new Route(operation, List.of());
            generated.put(
                    operation.id(), line(operation.method(), operation.path(), route.needsSecret(), route.isStream()));
        });
        assertEquals(described, generated);
        assertEquals(described.keySet(), new TreeSet<>(Operations.ids()));
    }

    private static String line(String method, String path, boolean needsSecret, boolean isStream) {
        return method + " " + path + (needsSecret ? ", of a player" : "") + (isStream ? ", a stream" : "");
    }

    private static OpenAPI description() throws IOException {
        try (InputStream in =
                RouteTest.class.getClassLoader().getResourceAsStream("META-INF/openapi/kraty-sdk-v1.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new OpenAPIV3Parser().readContents(text).getOpenAPI();
        }
    }
}
