package io.kraty.api.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How the members of a JSON object are read into a record, so that one odd value loses as little as possible:
 *
 * <ul>
 *   <li>What is optional or may be null, and cannot be read, is absent.
 *   <li>An element of a list or of a map that cannot be read is left out; the others stay.
 *   <li>What is required, may not be null and cannot be read makes the object around it unreadable, to which the same
 *       applies in turn. Reaching the outermost object, it is an error that names the place.
 * </ul>
 *
 * <p>Each field that loses something is reported with one warning per process, to the logger {@code io.kraty.api.reading};
 * the value itself is never logged. All this is about proper JSON of an unexpected kind. What is no proper JSON, or ends
 * early, is an error of the whole answer.
 *
 * <p>The adapters have to be those of this package or generated ones: they read past the whole value before they refuse it.
 *
 * @since 0.1.0
 */
public final class Fields {
    private Fields() {}

    /** Enters the object that comes next; false if there is {@code null} instead, which has then been read. */
    public static boolean enter(JsonReader in) throws IOException {
        JsonToken token = in.peek();
        if (token == JsonToken.BEGIN_OBJECT) {
            in.beginObject();
            return true;
        }
        if (token == JsonToken.NULL) {
            in.nextNull();
            return false;
        }
        throw Misfit.skipping(in, "an object");
    }

    /**
     * The next value; null if it is {@code null}, or cannot be read.
     *
     * @param field what a warning calls it: its record and its name
     */
    public static <T extends @Nullable Object> @Nullable T optional(JsonReader in, String field, TypeAdapter<T> adapter)
            throws IOException {
        if (adapter instanceof Container<T> container) { // which the caller did not know
            return optional(in, field, container);
        }
        try {
            return adapter.read(in);
        } catch (Misfit e) {
            Warnings.OF_THE_PROCESS.lost(field, e, in);
            return null;
        }
    }

    /** The same for what has elements, of which those that cannot be read are left out. */
    public static <T extends @Nullable Object> @Nullable T optional(JsonReader in, String field, Container<T> adapter)
            throws IOException {
        try {
            return adapter.read(in, field);
        } catch (Misfit e) {
            Warnings.OF_THE_PROCESS.lost(field, e, in);
            return null;
        }
    }

    /**
     * The next value; null if it is {@code null}. If it cannot be read, the object that it stands in is left, so that
     * whoever holds that object can go on behind it.
     *
     * @param field what a warning calls it, should an element of it be left out: its record and its name
     * @throws com.google.gson.JsonParseException naming the place, if the value cannot be read
     */
    public static <T extends @Nullable Object> @Nullable T required(JsonReader in, String field, TypeAdapter<T> adapter)
            throws IOException {
        if (adapter instanceof Container<T> container) {
            return required(in, field, container);
        }
        try {
            return adapter.read(in);
        } catch (Misfit e) {
            leave(in);
            throw e;
        }
    }

    /** The same for what has elements, of which those that cannot be read are left out. */
    public static <T extends @Nullable Object> @Nullable T required(JsonReader in, String field, Container<T> adapter)
            throws IOException {
        try {
            return adapter.read(in, field);
        } catch (Misfit e) {
            leave(in);
            throw e;
        }
    }

    /** Reads past the rest of the object or array that is open, and past its end. */
    static void leave(JsonReader in) throws IOException {
        while (in.hasNext()) {
            in.skipValue(); // a name counts as one, too
        }
        if (in.peek() == JsonToken.END_ARRAY) {
            in.endArray();
        } else {
            in.endObject();
        }
    }
}
