package io.kraty.api.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A value without parts, which stands as one of two kinds of token. */
final class Scalar<T> extends TypeAdapter<T> {
    private final String what;
    private final JsonToken token;
    private final JsonToken otherToken;
    private final Reading<T> reading;
    private final Writing<T> writing;

    Scalar(String what, JsonToken token, JsonToken otherToken, Reading<T> reading, Writing<T> writing) {
        this.what = what;
        this.token = token;
        this.otherToken = otherToken;
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
        JsonToken next = in.peek();
        if (next == token || next == otherToken) {
            return reading.read(in);
        }
        if (next == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        throw Misfit.skipping(in, what);
    }

    @Override
    public void write(JsonWriter out, @Nullable T value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            writing.write(out, value);
        }
    }

    /** Reads one of the tokens; what it refuses, it has read past. */
    interface Reading<T> {
        @Nullable
        T read(JsonReader in) throws IOException;
    }

    /** Writes what is not null. */
    interface Writing<T> {
        void write(JsonWriter out, T value) throws IOException;
    }
}
