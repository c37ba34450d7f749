package io.kraty.api.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One request, described: what to send, with which credentials, and how to read each answer. Immutable; sends nothing by
 * itself.
 *
 * @param <T> what a success answers
 * @since 0.1.0
 */
public final class ApiRequest<T> {
    private final String operationId;
    private final String method;
    private final String pathTemplate;
    private final String path;
    private final String query;
    private final String accept;
    private final List<Credential> credentials;
    private final TypeAdapter<T> result;
    private final Map<Integer, TypeAdapter<?>> answers;
    private final @Nullable Body<?> body;

    private ApiRequest(Builder<T> builder, @Nullable Body<?> body) {
        this.operationId = builder.operationId;
        this.method = builder.method;
        this.pathTemplate = builder.pathTemplate;
        this.path = builder.path;
        this.query = builder.query.toString();
        this.accept = builder.accept;
        this.credentials = List.copyOf(builder.credentials);
        this.result = builder.result;
        this.answers = Map.copyOf(builder.answers);
        this.body = body;
    }

    private ApiRequest(ApiRequest<T> other, Body<?> body) {
        this.operationId = other.operationId;
        this.method = other.method;
        this.pathTemplate = other.pathTemplate;
        this.path = other.path;
        this.query = other.query;
        this.accept = other.accept;
        this.credentials = other.credentials;
        this.result = other.result;
        this.answers = other.answers;
        this.body = body;
    }

    /** The operation's name in the API description. */
    public String operationId() {
        return operationId;
    }

    /** {@code GET}, {@code POST}, … */
    public String method() {
        return method;
    }

    /** The path as the API description has it, with the names of its values in braces: who it is about is not in it. */
    public String pathTemplate() {
        return pathTemplate;
    }

    /** The path, percent-encoded, with a leading slash. */
    public String path() {
        return path;
    }

    /** The query, percent-encoded, without the question mark; empty for none. */
    public String query() {
        return query;
    }

    /** The media type of the answer. */
    public String accept() {
        return accept;
    }

    /** What it must be called with. */
    public List<Credential> credentials() {
        return credentials;
    }

    /** Whether there is a body to send. */
    public boolean hasBody() {
        return body != null;
    }

    /** Whether the body can carry an idempotency key. */
    public boolean isIdempotent() {
        return body != null && body.value instanceof Idempotent<?>;
    }

    /** The idempotency key the body carries; null for none. */
    public @Nullable String idempotencyKey() {
        return body != null && body.value instanceof Idempotent<?> idempotent ? idempotent.idempotencyKey() : null;
    }

    /**
     * The same request with {@code key} in its body; what the caller handed in stays as it is.
     *
     * @throws IllegalStateException if the body cannot carry one
     */
    public ApiRequest<T> withIdempotencyKey(String key) {
        if (body == null) {
            throw new IllegalStateException(operationId + " has no body");
        }
        return new ApiRequest<>(this, body.withIdempotencyKey(key));
    }

    /**
     * The body as JSON text; empty if there is none.
     *
     * @throws IllegalArgumentException if a free-form part holds what JSON cannot carry
     */
    public String body() {
        if (body == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            body.write(out);
        } catch (IOException e) {
            throw new IllegalStateException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    /**
     * Reads the answer of a success.
     *
     * @param status the HTTP status; one that the API description does not list is read as the ordinary success
     * @return the result, or what the description declares for this status; null if the document is {@code null}
     */
    public @Nullable Object read(int status, JsonReader in) throws IOException {
        return answers.getOrDefault(status, result).read(in);
    }

    /**
     * Reads the answer of a success from its bytes, which takes half the time, if all of it is ordinary: proper JSON of the
     * described types. Waits for nothing.
     *
     * @return what {@link #read} would; null if that has to be asked
     */
    public @Nullable Object readOrdinary(int status, byte[] json) {
        try (ByteReader in = new ByteReader(json)) {
            Object answer = answers.getOrDefault(status, result).read(in);
            return in.peek() == JsonToken.END_DOCUMENT ? answer : null;
        } catch (IOException | RuntimeException e) {
            return null; // the other reader knows what is wrong, and where
        }
    }

    /** Under which name of the answer the ordinary result stands; null if it is the whole answer. */
    public @Nullable String envelope() {
        return result instanceof Unwrapped<T> unwrapped ? unwrapped.name() : null;
    }

    /** The ordinary result behind what {@link #read} gave, or null if it was another declared answer. */
    @SuppressWarnings("unchecked")
    public @Nullable T resultOf(int status, Object answer) {
        return answers.getOrDefault(status, result).equals(result) ? (T) answer : null;
    }

    /**
     * Reads one event of a stream.
     *
     * @param event the event's name
     * @throws IllegalStateException if this request does not answer with a stream
     */
    public T readEvent(String event, JsonReader in) throws IOException {
        if (result instanceof UnionAdapter<T> union) {
            return union.read(event, in);
        }
        throw new IllegalStateException(operationId + " is not a stream");
    }

    /**
     * Reads one event of a stream from its bytes, which takes half the time, if all of it is ordinary: proper JSON of the described
     * types. Waits for nothing.
     *
     * @param event the event's name
     * @return what {@link #readEvent} would; null if that has to be asked
     */
    public @Nullable T readOrdinaryEvent(String event, byte[] json) {
        try (ByteReader in = new ByteReader(json)) {
            T read = readEvent(event, in);
            return in.peek() == JsonToken.END_DOCUMENT ? read : null;
        } catch (IOException | RuntimeException e) {
            return null; // the other reader knows what is wrong, and where
        }
    }

    /** Method and path; never a credential or a body. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    /** Starts a description; {@code template} names its path values in braces. */
    public static <T> Builder<T> builder(String operationId, String method, String template, TypeAdapter<T> result) {
        return new Builder<>(operationId, method, template, result);
    }

    private record Body<B>(B value, TypeAdapter<B> adapter) {
        void write(JsonWriter out) throws IOException {
            adapter.write(out, value);
        }

        @SuppressWarnings("unchecked")
        Body<B> withIdempotencyKey(String key) {
            if (value instanceof Idempotent<?> idempotent) {
                return new Body<>((B) idempotent.withIdempotencyKey(key), adapter);
            }
            throw new IllegalStateException("the body cannot carry an idempotency key");
        }
    }

    /**
     * Fills in a description. Used by the generated endpoints.
     *
     * @param <T> what a success answers
     */
    public static final class Builder<T> {
        private final String operationId;
        private final String method;
        private String pathTemplate;
        private final TypeAdapter<T> result;
        private final Map<Integer, TypeAdapter<?>> answers = new LinkedHashMap<>();
        private final List<Credential> credentials = new ArrayList<>(2);
        private final StringBuilder query = new StringBuilder();
        private String path;
        private String accept = "application/json";
        private @Nullable Body<?> body;

        private Builder(String operationId, String method, String template, TypeAdapter<T> result) {
            this.operationId = operationId;
            this.method = method;
            this.pathTemplate = template;
            this.path = template;
            this.result = result;
        }

        /** The media type of the answer. */
        public Builder<T> accept(String mediaType) {
            accept = mediaType;
            return this;
        }

        /** Adds what it must be called with. */
        public Builder<T> credential(Credential credential) {
            credentials.add(credential);
            return this;
        }

        /** What a status answers with. */
        public Builder<T> on(int status, TypeAdapter<?> answer) {
            answers.put(status, answer);
            return this;
        }

        /** Puts {@code value} where the template says {@code {name}}. */
        public Builder<T> path(String name, String value) {
            path = path.replace("{" + name + "}", PercentEncoder.encode(Checks.pathSegment(name, value)));
            return this;
        }

        /** The template of a path that has its values already, percent-encoded: for a description that was kept. */
        public Builder<T> pathTemplate(String template) {
            pathTemplate = template;
            return this;
        }

        /** Adds a query value; null leaves it out, a list is joined with commas and left out if empty. */
        public Builder<T> query(String name, @Nullable Object value) {
            String text = value instanceof List<?> list ? joined(list) : text(value);
            if (text != null) {
                query.append(query.length() == 0 ? "" : "&")
                        .append(PercentEncoder.encode(name))
                        .append('=')
                        .append(PercentEncoder.encode(text));
            }
            return this;
        }

        /** The body and how to write it. */
        public <B> Builder<T> body(B value, TypeAdapter<B> adapter) {
            body = new Body<>(value, adapter);
            return this;
        }

        /** The finished description. */
        public ApiRequest<T> build() {
            return new ApiRequest<>(this, body);
        }

        private static @Nullable String joined(List<?> values) {
            StringJoiner joined = new StringJoiner(",");
            for (Object value : values) {
                joined.add(text(value));
            }
            return values.isEmpty() ? null : joined.toString();
        }

        private static @Nullable String text(@Nullable Object value) {
            return value instanceof OpenEnum open ? open.value() : value == null ? null : value.toString();
        }
    }
}
