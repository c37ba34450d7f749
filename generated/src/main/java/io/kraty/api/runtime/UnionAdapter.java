package io.kraty.api.runtime;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one of several kinds of object, told apart by a name that stands in the object or comes from outside of it (the
 * event name of a stream). A kind that is not known is kept whole.
 *
 * @param <T> the sealed interface above the kinds
 * @since 0.1.0
 */
public abstract class UnionAdapter<T> extends TypeAdapter<T> {
    private final String discriminator;

    /** Told apart by the member {@code discriminator}. */
    protected UnionAdapter(String discriminator) {
        this.discriminator = discriminator;
    }

    /** How to read the kind of this name; null if it is not known. */
    protected abstract @Nullable ObjectAdapter<? extends T> variant(String name);

    /** Holds a kind that is not known. */
    protected abstract T unrecognized(String name, Map<String, @Nullable Object> raw);

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
        JsonToken token = in.peek();
        if (token == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        if (token != JsonToken.BEGIN_OBJECT) {
            return unrecognized("", raw(in));
        }
        in.beginObject();
        if (!in.hasNext()) {
            in.endObject();
            return unrecognized("", Map.of());
        }
        String first = in.nextName();
        if (!first.equals(discriminator) || in.peek() != JsonToken.STRING) {
            return held(in, first, Held.TREE.read(in));
        }
        String kind = in.nextString();
        ObjectAdapter<? extends T> variant = variant(kind);
        return variant != null ? variant.readMembers(in) : held(in, first, new JsonPrimitive(kind));
    }

    /** Reads an object whose kind is known from outside. */
    public T read(String name, JsonReader in) throws IOException {
        ObjectAdapter<? extends T> variant = variant(name);
        if (variant != null && in.peek() == JsonToken.BEGIN_OBJECT) {
            in.beginObject();
            return variant.readMembers(in);
        }
        return unrecognized(name, raw(in));
    }

    /** The rest of an object that has to be held whole: its kind may stand last, or is not known. */
    private T held(JsonReader in, String first, JsonElement value) throws IOException {
        JsonObject object = Held.object(in, first, value);
        String name = object.get(discriminator) instanceof JsonPrimitive primitive && primitive.isString()
                ? primitive.getAsString()
                : "";
        ObjectAdapter<? extends T> variant = variant(name);
        try {
            return variant != null
                    ? variant.fromJsonTree(object)
                    : unrecognized(name, Json.FREE_FORM.fromJsonTree(object));
        } catch (Misfit e) {
            // The reader over the tree knows the path only from the tree on.
            throw e.in(Misfit.placeOfLast(in));
        }
    }

    /** What is not an object has no members to keep; it stands under one name of its own. */
    private static Map<String, @Nullable Object> raw(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.BEGIN_OBJECT) {
            return Json.orEmpty(Json.FREE_FORM.read(in));
        }
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        raw.put("value", Json.ANY.read(in));
        return raw;
    }

    /** Objects as trees. Apart, since most programs never need it. */
    private static final class Held {
        private static final TypeAdapter<JsonElement> TREE = new Gson().getAdapter(JsonElement.class);

        private Held() {}

        static JsonObject object(JsonReader in, String first, JsonElement value) throws IOException {
            JsonObject object = new JsonObject();
            object.add(first, value);
            while (in.hasNext()) {
                object.add(in.nextName(), TREE.read(in));
            }
            in.endObject();
            return object;
        }
    }
}
