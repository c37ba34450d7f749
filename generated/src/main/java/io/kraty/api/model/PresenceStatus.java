package io.kraty.api.model;

import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.runtime.Json;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to do with the text that friends see beside a player: show this one, or none any more. Leaving it out of a request
 * is a third thing, and keeps the text that is there.
 *
 * @since 0.1.0
 */
@JsonAdapter(
        value = PresenceStatus.Adapter.class,
        nullSafe = false) // Gson would keep the null, which says something here
public final class PresenceStatus {
    private static final PresenceStatus CLEARED = new PresenceStatus(null);

    private final @Nullable String text;

    private PresenceStatus(@Nullable String text) {
        this.text = text;
    }

    /** Show {@code text}. */
    public static PresenceStatus of(String text) {
        return new PresenceStatus(Objects.requireNonNull(text, "text"));
    }

    /** Show none any more. */
    public static PresenceStatus cleared() {
        return CLEARED;
    }

    /** The text to show; null for none. */
    public @Nullable String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PresenceStatus that && Objects.equals(text, that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }

    /** The text; {@code (cleared)} for none. */
    @Override
    public String toString() {
        return text == null ? "(cleared)" : text;
    }

    /** A text, or {@code null} for none. */
    public static final class Adapter extends TypeAdapter<PresenceStatus> {
        /** The one to use. */
        public static final Adapter INSTANCE = new Adapter();

        /** For Gson; everybody else uses {@link #INSTANCE}. */
        public Adapter() {}

        @Override
        public PresenceStatus read(JsonReader in) throws IOException {
            String text = Json.STRING.read(in);
            return text == null ? CLEARED : of(text);
        }

        @Override
        public void write(JsonWriter out, @Nullable PresenceStatus value) throws IOException {
            if (value == null) {
                out.nullValue();
            } else if (value.text == null) {
                Json.writeNull(out);
            } else {
                out.value(value.text);
            }
        }
    }
}
