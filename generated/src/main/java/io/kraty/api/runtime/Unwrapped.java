package io.kraty.api.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What stands under one name of an object, without a type for the object. */
final class Unwrapped<T> extends TypeAdapter<T> {
    private final String field;
    private final String name;
    private final TypeAdapter<T> content;

    Unwrapped(String owner, String name, TypeAdapter<T> content) {
        this.field = owner + "." + name;
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
        if (!Fields.enter(in)) {
            return null;
        }
        T value = null;
        while (in.hasNext()) {
            if (in.nextName().equals(name)) {
                value = Fields.required(in, field, content);
            } else {
                in.skipValue();
            }
        }
        in.endObject();
        return Json.required(in, name, value);
    }

    @Override
    public void write(JsonWriter out, @Nullable T value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        content.write(out.name(name), value);
        out.endObject();
    }
}
