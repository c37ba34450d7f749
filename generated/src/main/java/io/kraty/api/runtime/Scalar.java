package io.kraty.api.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A value without parts, which stands as one of two kinds of token. Each kind reads for itself from the first look on, since
 * a call that always goes to the same code costs next to nothing, and there are hundreds in an answer.
 */
abstract class Scalar<T> extends TypeAdapter<T> {
    private final String what;
    private final JsonToken token;
    private final JsonToken otherToken;

    Scalar(String what, JsonToken token, JsonToken otherToken) {
        this.what = what;
        this.token = token;
        this.otherToken = otherToken;
    }

    /** Whether one of the tokens comes next; false if {@code null} did, which has then been read. */
    final boolean comes(JsonReader in) throws IOException {
        JsonToken next = in.peek();
        if (next == token || next == otherToken) {
            return true;
        }
        if (next == JsonToken.NULL) {
            in.nextNull();
            return false;
        }
        throw Misfit.skipping(in, what);
    }

    @Override
    public final void write(JsonWriter out, @Nullable T value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            writeValue(out, value);
        }
    }

    /** Writes what is not null. */
    abstract void writeValue(JsonWriter out, T value) throws IOException;
}
