package io.kraty.sdk.internal.outbox;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Json;
import io.kraty.sdk.internal.answer.KnownAnswers;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer as it is, to be kept. What cannot be the answer to its operation is refused, as it is when the game asks
 * itself: somebody between here and the platform may have given it.
 */
final class Document extends TypeAdapter<String> {
    private final @Nullable ApiRequest<?> like;
    private final @Nullable TypeAdapter<?> envelope;

    /**
     * An answer to a request.
     *
     * @param like the same request, which knows how it is answered; null if that was an earlier launch's to know
     * @param envelope the name of what such an answer holds at least; null if it is not known
     */
    @SuppressWarnings("NullAway") // anything but null is looked for
    Document(@Nullable ApiRequest<?> like, @Nullable String envelope) {
        this.like = like;
        this.envelope = envelope == null ? null : Json.unwrapped("Envelope", envelope, Json.ANY);
    }

    @Override
    public String read(JsonReader in) throws IOException {
        if (in.peek() != JsonToken.BEGIN_OBJECT) {
            throw new IllegalStateException("not an object");
        }
        String document = copy(in, UnaryOperator.identity());
        if (!isAnswer(document)) {
            throw new IllegalStateException("nothing that is a result");
        }
        return document;
    }

    private boolean isAnswer(String document) throws IOException {
        return like != null
                ? KnownAnswers.read(document, like) != null
                : envelope == null || envelope.fromJson(document) != null;
    }

    /** The same document, with what {@code hide} leaves of each text and name in it: somebody on the way may have put them there. */
    static String without(UnaryOperator<String> hide, String document) {
        try {
            return copy(new JsonReader(new StringReader(document)), hide);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringReader does not fail", e);
        }
    }

    private static String copy(JsonReader in, UnaryOperator<String> hide) throws IOException {
        StringWriter text = new StringWriter();
        copy(in, new JsonWriter(text), hide);
        return text.toString();
    }

    private static void copy(JsonReader in, JsonWriter out, UnaryOperator<String> hide) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                in.beginObject();
                out.beginObject();
                while (in.hasNext()) {
                    out.name(hide.apply(in.nextName()));
                    copy(in, out, hide);
                }
                in.endObject();
                out.endObject();
            }
            case BEGIN_ARRAY -> {
                in.beginArray();
                out.beginArray();
                while (in.hasNext()) {
                    copy(in, out, hide);
                }
                in.endArray();
                out.endArray();
            }
            case STRING -> out.value(hide.apply(in.nextString()));
            case NUMBER -> out.jsonValue(in.nextString()); // as it is, however many digits it has
            case BOOLEAN -> out.value(in.nextBoolean());
            default -> {
                in.nextNull();
                out.nullValue();
            }
        }
    }

    @Override
    public void write(JsonWriter out, String value) {
        throw new UnsupportedOperationException("only ever read");
    }
}
