package io.kraty.sandbox.internal.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopesTest {
    @Test
    void codes_arriveWithTheirStatus_byTheDescription() throws IOException {
        Map<?, ?> statuses = statuses();
        statuses.values()
                .forEach(list -> ((List<?>) list).forEach(each -> {
                    int status = (Integer) each;
                    String code = Envelopes.code(status);
                    if (status == 503) {
                        assertEquals("internal_error", code); // the only one there is about one event
                    } else {
                        assertTrue(((List<?>) statuses.get(code)).contains(status), status + " " + code);
                    }
                }));
    }

    private static Map<?, ?> statuses() throws IOException {
        try (InputStream in =
                EnvelopesTest.class.getClassLoader().getResourceAsStream("META-INF/openapi/kraty-sdk-v1.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (Map<?, ?>) new OpenAPIV3Parser()
                    .readContents(text)
                    .getOpenAPI()
                    .getComponents()
                    .getSchemas()
                    .get("ErrorCode")
                    .getExtensions()
                    .get("x-error-statuses");
        }
    }
}
