package io.kraty.sdk.transport;

import io.kraty.api.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as a server saw it.
 *
 * @param target path and query, as they were on the wire
 * @param headers by their names in lower case
 */
public record Sent(String method, String target, Map<String, List<String>> headers, String body) {
    /** The only value of a header, or null. */
    public String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        if (values.size() > 1) {
            throw new AssertionError(name + " was sent more than once: " + values);
        }
        return values.isEmpty() ? null : values.get(0);
    }

    public Map<?, ?> json() {
        try {
            return (Map<?, ?>) Json.ANY.fromJson(body);
        } catch (IOException e) {
            throw new UncheckedIOException(body, e);
        }
    }

    /** The idempotency key in the body, or null. */
    public String key() {
        return body.isEmpty() ? null : (String) json().get("idempotencyKey");
    }
}
