package io.kraty.api.model;

import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.runtime.Fields;
import io.kraty.api.runtime.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text for players: either one for everybody, or one per language.
 *
 * @param text the text for everybody; empty if there is one per language
 * @param translations texts by language tag ({@code en}, {@code pt-BR}); empty if there is one for everybody
 * @since 0.1.0
 */
@JsonAdapter(LocalizedString.Adapter.class)
public record LocalizedString(String text, Map<String, String> translations) {
    private static final String FALLBACK_LANGUAGE = "en";

    public LocalizedString {
        translations = Json.immutable(translations);
    }

    /** The same text for everybody. */
    public static LocalizedString of(String text) {
        return new LocalizedString(text, Map.of());
    }

    /** One text per language tag. */
    public static LocalizedString of(Map<String, String> translations) {
        return new LocalizedString("", translations);
    }

    /** The text for {@code locale}: the whole tag, then its language alone, then English, then whatever there is. */
    public String in(Locale locale) {
        for (String tag : new String[] {locale.toLanguageTag(), locale.getLanguage(), FALLBACK_LANGUAGE}) {
            String translation = translations.get(tag);
            if (translation != null) {
                return translation;
            }
        }
        return translations.isEmpty() ? text : translations.values().iterator().next();
    }

    /** The text in English, or whatever there is. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }

    /** Reads either form and writes back the one it read. */
    public static final class Adapter extends TypeAdapter<LocalizedString> {
        /** The one to use. */
        public static final Adapter INSTANCE = new Adapter();

        private static final TypeAdapter<Map<String, String>> TRANSLATIONS = Json.map(Json.STRING);

        /** For Gson; everybody else uses {@link #INSTANCE}. */
        public Adapter() {}

        @Override
        public @Nullable LocalizedString read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.BEGIN_OBJECT) {
                return of(Json.orEmpty(Fields.optional(in, "LocalizedString.translations", TRANSLATIONS)));
            }
            String text = Json.STRING.read(in);
            return text == null ? null : of(text);
        }

        @Override
        public void write(JsonWriter out, @Nullable LocalizedString value) throws IOException {
            if (value == null || value.translations.isEmpty()) {
                out.value(value == null ? null : value.text);
            } else {
                TRANSLATIONS.write(out, value.translations);
            }
        }
    }
}
