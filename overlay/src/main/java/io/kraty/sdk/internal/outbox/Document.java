package io.kraty.sdk.internal.outbox;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.internal.answer.KnownAnswers;
import java.io.IOException;
import java.io.StringWriter;
import java.util.function.UnaryOperator;

/**
 * Reads an answer as it is, to be kept. What cannot be the answer to its operation is refused, as it is when the game asks
 * itself: somebody between here and the platform may have given it, and may have put into it what must not be kept.
 */
final class Document extends TypeAdapter<String> {
    private final String operation;
    private final UnaryOperator<String> hide;

    /** @param hide takes secrets out of a text */
    Document(String operation, UnaryOperator<String> hide) {
        this.operation = operation;
        this.hide = hide;
    }

    @Override
    public String read(JsonReader in) throws IOException {
        if (in.peek() != JsonToken.BEGIN_OBJECT) {
            throw new IllegalStateException("not an object");
        }
        StringWriter text = new StringWriter();
        JsonWriter out = new JsonWriter(text);
        copy(in, out);
        String document = text.toString();
        ApiRequest<?> like = KnownAnswers.of(operation);
        if (like != null && KnownAnswers.read(document, like) == null) {
            throw new IllegalStateException("nothing that is a result");
        }
        return document;
    }

    private void copy(JsonReader in, JsonWriter out) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                in.beginObject();
                out.beginObject();
                while (in.hasNext()) {
                    out.name(hide.apply(in.nextName()));
                    copy(in, out);
                }
                in.endObject();
                out.endObject();
            }
            case BEGIN_ARRAY -> {
                in.beginArray();
                out.beginArray();
                while (in.hasNext()) {
                    copy(in, out);
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
