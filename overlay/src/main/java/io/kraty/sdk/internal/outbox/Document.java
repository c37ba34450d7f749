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
    // What every answer of the platform has, and the page of somebody in between has not.
    @SuppressWarnings("NullAway") // anything but null, which is what it is asked for
    private static final TypeAdapter<Object> ENVELOPE = Json.unwrapped("Envelope", "data", Json.ANY);

    private final @Nullable ApiRequest<?> like;

    /**
     * How {@code operation} is answered.
     *
     * @param asked the request as the game described it; null if that was an earlier launch
     */
    Document(String operation, @Nullable ApiRequest<?> asked) {
        this.like = asked == null ? KnownAnswers.of(operation) : asked;
    }

    @Override
    public String read(JsonReader in) throws IOException {
        if (in.peek() != JsonToken.BEGIN_OBJECT) {
            throw new IllegalStateException("not an object");
        }
        String document = copy(in, UnaryOperator.identity());
        if ((like == null ? ENVELOPE.fromJson(document) : KnownAnswers.read(document, like)) == null) {
            throw new IllegalStateException("nothing that is a result");
        }
        return document;
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
