package io.kraty.api.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that nobody can change; null elements are left out. */
final class ListAdapter<T> extends Container<List<T>> {
    private final TypeAdapter<T> element;

    ListAdapter(TypeAdapter<T> element) {
        this.element = element;
    }

    @Override
    @Nullable
    List<T> read(JsonReader in, @Nullable String field) throws IOException {
        JsonToken token = in.peek();
        if (token == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        if (token != JsonToken.BEGIN_ARRAY) {
            throw Misfit.skipping(in, "a list");
        }
        List<T> list = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            try {
                T value = read(element, in, field);
                if (value != null) {
                    list.add(value);
                }
            } catch (Misfit e) {
                leaveOut(in, field, "[]", e);
            }
        }
        in.endArray();
        return FixedList.of(list);
    }

    @Override
    public void write(JsonWriter out, @Nullable List<T> list) throws IOException {
        if (list == null) {
            out.nullValue();
            return;
        }
        out.beginArray();
        for (T value : list) {
            element.write(out, value);
        }
        out.endArray();
    }
}
