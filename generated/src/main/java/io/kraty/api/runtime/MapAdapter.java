package io.kraty.api.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names with values, in order, which nobody can change. */
final class MapAdapter<T extends @Nullable Object> extends Container<Map<String, T>> {
    private final TypeAdapter<T> element;
    private final boolean keepNulls;

    /** {@code keepNulls} is true only where {@code T} may be null; otherwise null values are left out. */
    MapAdapter(TypeAdapter<T> element, boolean keepNulls) {
        this.element = element;
        this.keepNulls = keepNulls;
    }

    @Override
    @Nullable
    Map<String, T> read(JsonReader in, @Nullable String field) throws IOException {
        if (!Fields.enter(in)) {
            return null;
        }
        FixedMap.Builder<T> map = new FixedMap.Builder<>();
        while (in.hasNext()) {
            String name = in.nextName();
            try {
                T value = read(element, in, field);
                if (value != null || keepNulls) {
                    map.put(name, value);
                }
            } catch (Misfit e) {
                leaveOut(in, field, "{}", e);
            }
        }
        in.endObject();
        return map.build();
    }

    @Override
    public void write(JsonWriter out, @Nullable Map<String, T> map) throws IOException {
        if (map == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        for (Map.Entry<String, T> entry : map.entrySet()) {
            element.write(out.name(entry.getKey()), entry.getValue());
        }
        out.endObject();
    }
}
