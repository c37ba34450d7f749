package io.kraty.sandbox.internal.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperationTest {
    @Test
    void operations_areThoseOfTheDescription_withTheirMethodsAndPaths() throws IOException {
        Map<String, String> described = new TreeMap<>();
        description()
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> described.put(operation.getOperationId(), line(method, path))));
        Map<String, String> played = new TreeMap<>();
        Stream.of(Operation.values())
                .forEach(operation -> played.put(
                        operation.operationId(), operation.method() + " " + Operation.ROOT + operation.template()));
        assertEquals(described, played);
        assertEquals(described.keySet(), new TreeSet<>(Operation.ids()));
    }

    private static String line(HttpMethod method, String path) {
        return method.name().toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]+}", "*");
    }

    private static OpenAPI description() throws IOException {
        try (InputStream in =
                OperationTest.class.getClassLoader().getResourceAsStream("META-INF/openapi/kraty-sdk-v1.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new OpenAPIV3Parser().readContents(text).getOpenAPI();
        }
    }
}
