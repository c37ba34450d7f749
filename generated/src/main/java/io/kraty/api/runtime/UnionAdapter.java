package io.kraty.api.runtime;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
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
    // The discriminator may be the last member, so the object has to be held before its kind is known.
    private static final TypeAdapter<JsonElement> TREE = new Gson().getAdapter(JsonElement.class);

    private final String discriminator;

    /** Told apart by the member {@code discriminator}. */
    protected UnionAdapter(String discriminator) {
        this.discriminator = discriminator;
    }

    /** How to read the kind of this name; null if it is not known. */
    protected abstract @Nullable TypeAdapter<? extends T> variant(String name);

    /** Holds a kind that is not known. */
    protected abstract T unrecognized(String name, Map<String, @Nullable Object> raw);

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        JsonElement tree = TREE.read(in);
        try {
            return of(nameIn(tree), tree);
        } catch (Misfit e) {
            // The reader over the tree knows the path only from the tree on.
            throw e.in(Misfit.placeOfLast(in));
        }
    }

    /** Reads an object whose kind is known from outside. */
    public T read(String name, JsonReader in) throws IOException {
        return of(name, TREE.read(in));
    }

    private String nameIn(JsonElement tree) {
        return tree.isJsonObject()
                        && tree.getAsJsonObject().get(discriminator) instanceof JsonPrimitive primitive
                        && primitive.isString()
                ? primitive.getAsString()
                : "";
    }

    private T of(String name, JsonElement tree) {
        TypeAdapter<? extends T> variant = tree.isJsonObject() ? variant(name) : null;
        return variant != null ? variant.fromJsonTree(tree) : unrecognized(name, raw(tree));
    }

    private static Map<String, @Nullable Object> raw(JsonElement tree) {
        if (tree.isJsonObject()) {
            return Json.FREE_FORM.fromJsonTree(tree);
        }
        // What is not an object has no members to keep; it stands under one name of its own.
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        raw.put("value", Json.ANY.fromJsonTree(tree));
        return raw;
    }
}
