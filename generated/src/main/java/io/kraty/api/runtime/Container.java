package io.kraty.api.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads something with elements. As the value of a field it leaves out the elements that cannot be read and warns of them
 * in the name of that field; by itself it refuses them. A type of its own, so that
 * {@link Fields} need not ask at each value whether it is one.
 *
 * @param <T> what it reads
 * @since 0.1.0
 */
public abstract class Container<T extends @Nullable Object> extends TypeAdapter<T> {
    Container() {}

    /** Reads the next value with {@code adapter}; {@code field} is whose value it is, null for nobody's. */
    static <T extends @Nullable Object> @Nullable T read(TypeAdapter<T> adapter, JsonReader in, @Nullable String field)
            throws IOException {
        return adapter instanceof Container<T> container ? container.read(in, field) : adapter.read(in);
    }

    abstract @Nullable T read(JsonReader in, @Nullable String field) throws IOException;

    @Override
    public final @Nullable T read(JsonReader in) throws IOException {
        return read(in, null);
    }

    /** Goes on without an element that was read past, or leaves the array or object that is open. */
    static void leaveOut(JsonReader in, @Nullable String field, String elements, Misfit misfit) throws IOException {
        if (field == null) {
            Fields.leave(in);
            throw misfit;
        }
        Warnings.OF_THE_PROCESS.lost(field + elements, misfit, in);
    }
}
