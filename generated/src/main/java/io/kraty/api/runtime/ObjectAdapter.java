package io.kraty.api.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a JSON object by its members. Apart from the object around them, so that a union can go on with the
 * members once the first one has told which kind it is.
 *
 * @param <T> what it reads
 * @since 0.1.0
 */
public abstract class ObjectAdapter<T> extends TypeAdapter<T> {
    /** For the adapter of one type. */
    protected ObjectAdapter() {}

    /** Reads the members that are left of the object that is open, and past its end. */
    protected abstract T readMembers(JsonReader in) throws IOException;

    /** Writes the members into the object that is open. */
    protected abstract void writeMembers(JsonWriter out, T value) throws IOException;

    @Override
    public final @Nullable T read(JsonReader in) throws IOException {
        return Fields.enter(in) ? readMembers(in) : null;
    }

    @Override
    public final void write(JsonWriter out, @Nullable T value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        writeMembers(out, value);
        out.endObject();
    }
}
