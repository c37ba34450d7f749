package io.kraty.sdk.transport;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The API description, as a judge of requests and as data. */
final class Contract {
    private static final String TEXT = read("META-INF/openapi/kraty-sdk-v1.yaml");
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(TEXT).build();
    private static final Object DATA = new Yaml().load(TEXT);

    private Contract() {}

    /** What the description has against {@code sent}; {@code prefix} stands before every path. */
    static List<String> violations(Sent sent, String prefix) {
        String target = sent.target().startsWith(prefix) ? sent.target().substring(prefix.length()) : sent.target();
        int question = target.indexOf('?');
        SimpleRequest.Builder request = new SimpleRequest.Builder(
                sent.method().toUpperCase(Locale.ROOT), question < 0 ? target : target.substring(0, question));
        sent.headers().forEach(request::withHeader);
        if (question >= 0) {
            for (String pair : target.substring(question + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                request.withQueryParam(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        if (!sent.body().isEmpty()) {
            request.withBody(sent.body());
        }
        return VALIDATOR.validateRequest(request.build()).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> sent.method() + " " + sent.target() + ": " + message.getMessage())
                .toList();
    }

    /** The value under {@code path} in the description. */
    static Object at(String... path) {
        Object here = DATA;
        for (String step : path) {
            here = ((Map<?, ?>) here).get(step);
        }
        return here;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String read(String resource) {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
