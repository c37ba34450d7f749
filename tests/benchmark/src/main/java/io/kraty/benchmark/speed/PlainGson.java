package io.kraty.benchmark.speed;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gson as somebody would set it up for plain classes. It knows nothing of the SDK, which need not be on the class path. */
public final class PlainGson {
    /** With timestamps. */
    public static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(Instant.class, new InstantAdapter())
            .create();

    private PlainGson() {}

    private static final class InstantAdapter extends TypeAdapter<Instant> {
        @Override
        public @Nullable Instant read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            return Instant.parse(in.nextString());
        }

        @Override
        public void write(JsonWriter out, @Nullable Instant value) throws IOException {
            out.value(value == null ? null : value.toString());
        }
    }
}
