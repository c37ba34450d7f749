package io.kraty.sdk.internal.outbox;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Credential;
import io.kraty.api.runtime.Idempotent;
import io.kraty.sdk.internal.answer.KnownAnswers;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is kept: exactly what was described, so that it is the same bytes each time, which the platform asks of a
 * repeated key.
 *
 * @param operation its name in the API description
 * @param method of HTTP
 * @param template the path with names instead of values
 * @param path percent-encoded
 * @param query percent-encoded; empty for none
 * @param headers which headers carry credentials; the empty one is the bearer token. Never what they carry
 * @param envelope what every answer to it has, and the page of somebody in between has not; null if there is no such name
 * @param body with the idempotency key
 */
record StoredRequest(
        String operation,
        String method,
        String template,
        String path,
        String query,
        String headers,
        @Nullable String envelope,
        String body) {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH");

    /** What {@code request} describes, with {@code key}. */
    static StoredRequest of(ApiRequest<?> request, String key) {
        ApiRequest<?> keyed = request.withIdempotencyKey(key);
        String headers = request.credentials().stream()
                .map(credential -> credential.header() == null ? "" : credential.header())
                .collect(Collectors.joining(","));
        return new StoredRequest(
                request.operationId(),
                request.method(),
                request.pathTemplate(),
                request.path(),
                request.query(),
                headers,
                request.envelope(),
                keyed.body());
    }

    /** Why it is none that can be kept and sent; null if it is. */
    @Nullable
    String flaw() {
        if (!WRITES.contains(method)) {
            return "is not a POST, PUT or PATCH";
        }
        if (!path.startsWith("/")) {
            return "has a path without a leading slash";
        }
        return headers.replace(",", "").isEmpty() ? "takes no player's secret, so it is not known whose it is" : null;
    }

    /** Whether the platform would take it for the same, under the same key. */
    boolean isLike(StoredRequest other) {
        return operation.equals(other.operation)
                && path.equals(other.path)
                && query.equals(other.query)
                && body.equals(other.body);
    }

    /**
     * To be sent. Its answer is the whole document, as text.
     *
     * @param asked what the game described, which knows its answers; null if that was an earlier launch
     */
    ApiRequest<String> toSend(String key, @Nullable ApiRequest<?> asked) {
        ApiRequest<?> like = asked == null ? KnownAnswers.of(operation) : asked;
        ApiRequest.Builder<String> request = ApiRequest.builder(operation, method, path, new Document(like, envelope))
                .pathTemplate(template);
        for (String header : headers.split(",", -1)) {
            request.credential(header.isEmpty() ? Credential.bearer() : Credential.header(header));
        }
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            request.query(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return request.body(new Keyed(body, key), Keyed.ADAPTER).build();
    }

    @SuppressWarnings("JdkObsolete") // the way with a Charset came to Android late
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    void format(Map<String, String> texts) {
        texts.put("op", operation);
        texts.put("method", method);
        texts.put("template", template);
        texts.put("path", path);
        Entry.put(texts, "query", query.isEmpty() ? null : query);
        texts.put("headers", headers);
        Entry.put(texts, "envelope", envelope);
        texts.put("body", body);
    }

    static StoredRequest parse(Map<String, String> texts, String key) {
        StoredRequest request = new StoredRequest(
                Entry.text(texts, "op"),
                Entry.text(texts, "method"),
                Entry.text(texts, "template"),
                Entry.text(texts, "path"),
                texts.getOrDefault("query", ""),
                Entry.text(texts, "headers"),
                texts.get("envelope"),
                Entry.text(texts, "body"));
        String flaw = request.flaw();
        if (flaw != null) {
            throw new IllegalStateException("it " + flaw);
        }
        request.toSend(key, null).body(); // throws if it cannot be made
        return request;
    }

    /** Without what is in it. */
    @Override
    public String toString() {
        return operation;
    }

    /** A body that is ready, and the key in it. */
    private record Keyed(String json, String key) implements Idempotent<Keyed> {
        private static final TypeAdapter<Keyed> ADAPTER = new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, Keyed value) throws IOException {
                out.jsonValue(value.json);
            }

            @Override
            public Keyed read(JsonReader in) {
                throw new UnsupportedOperationException("only ever sent");
            }
        };

        @Override
        public @Nullable String idempotencyKey() {
            return key;
        }

        @Override
        public Keyed withIdempotencyKey(String other) {
            throw new UnsupportedOperationException("it has the key it was accepted with");
        }
    }
}
