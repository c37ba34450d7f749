package io.kraty.api.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import io.kraty.api.model.ErrorEnvelope;
import io.kraty.api.runtime.Json;
import io.kraty.api.runtime.UnionAdapter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;

/** The generated type of a schema, by name. Reflection is for tests only; the types themselves need none. */
final class Models {
    private static final String PACKAGE = ErrorEnvelope.class.getPackageName();

    private Models() {}

    static Class<?> type(Schema schema) {
        return type(schema.name());
    }

    /** Reads a document as an answer is read; what a stream carries outside of the JSON is taken out of it first. */
    static Object read(Schema schema, JsonElement document) {
        try {
            String json = inJson(schema, document).toString();
            if (adapter(schema) instanceof UnionAdapter<?> union
                    && document.getAsJsonObject().get(schema.outOfBand()) instanceof JsonPrimitive name) {
                return union.read(name.getAsString(), new JsonReader(new StringReader(json)));
            }
            return adapter(schema).fromJson(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of a document travels in the JSON. */
    static JsonElement inJson(Schema schema, JsonElement document) {
        if (schema.outOfBand().isEmpty()) {
            return document;
        }
        JsonObject json = document.getAsJsonObject().deepCopy();
        json.remove(schema.outOfBand());
        return json;
    }

    /** What was written, and what a document carries outside of the JSON. */
    static JsonElement withOutOfBand(Schema schema, JsonElement written, JsonElement document) {
        if (!schema.outOfBand().isEmpty()) {
            written.getAsJsonObject()
                    .add(schema.outOfBand(), document.getAsJsonObject().get(schema.outOfBand()));
        }
        return written;
    }

    static String write(Schema schema, Object value) {
        return adapter(schema).toJson(value);
    }

    @SuppressWarnings("unchecked")
    static TypeAdapter<Object> adapter(Schema schema) {
        if (schema.isEnvelope()) {
            return (TypeAdapter<Object>)
                    (TypeAdapter<?>) Json.unwrapped(schema.name(), "data", adapter(schema.content()));
        }
        return switch (schema.kind()) {
            case ARRAY -> (TypeAdapter<Object>) (TypeAdapter<?>) Json.list(adapter(schema.items()));
            case FREE_FORM -> (TypeAdapter<Object>) (TypeAdapter<?>) Json.FREE_FORM; // a bag has no type of its own
            default -> (TypeAdapter<Object>) field(type(schema.name() + "$Adapter"), "INSTANCE");
        };
    }

    /** What the accessor of this name answers. */
    static Object get(Object value, String accessor) {
        try {
            return value.getClass().getMethod(accessor).invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(value.getClass() + " has no accessor " + accessor, e);
        }
    }

    /** What a method of this name answers. */
    static Object call(Class<?> type, Object target, String name, Object... arguments) {
        try {
            Method method = Arrays.stream(type.getMethods())
                    .filter(each -> each.getName().equals(name) && each.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow();
            return method.invoke(target, arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " has no " + name, e);
        }
    }

    /** The constant of an enum's value. */
    static Object constant(Schema schema, String value) {
        return field(type(schema), value.toUpperCase(Locale.ROOT));
    }

    private static Object field(Class<?> type, String name) {
        try {
            return type.getField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " has no " + name, e);
        }
    }

    static Class<?> type(String name) {
        try {
            return Class.forName(PACKAGE + "." + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError("nothing was generated for " + name, e);
        }
    }
}
