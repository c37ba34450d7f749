package io.kraty.sdk.internal.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of texts that came from outside and may end up in a log: a proxy's error page can echo a header. */
final class Redactor {
    private static final String HIDDEN = "(hidden)";

    private final String apiKey;
    private final String apiKeySecret;

    Redactor(String apiKey) {
        this.apiKey = apiKey;
        this.apiKeySecret = apiKey.substring(apiKey.indexOf('.') + 1);
    }

    String redact(String text, @Nullable String playerSecret) {
        String clean = text.replace(apiKey, HIDDEN);
        clean = apiKeySecret.isEmpty() ? clean : clean.replace(apiKeySecret, HIDDEN);
        return playerSecret == null ? clean : clean.replace(playerSecret, HIDDEN);
    }

    /** The same for every text in a free-form value. JSON has many ways to spell one, so this comes after parsing. */
    @Nullable
    Object redactAll(@Nullable Object value, @Nullable String playerSecret) {
        if (value instanceof String text) {
            return redact(text, playerSecret);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> clean = new LinkedHashMap<>();
            map.forEach((name, element) ->
                    clean.put(redact(String.valueOf(name), playerSecret), redactAll(element, playerSecret)));
            return clean;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> clean = new ArrayList<>();
            list.forEach(element -> clean.add(redactAll(element, playerSecret)));
            return clean;
        }
        return value;
    }
}
