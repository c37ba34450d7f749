package io.kraty.sdk.internal.transport;

import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of texts that came from outside and may end up in a log: a proxy's error page can echo a header. Only for
 * what people read; known codes and details are data, and a key that happens to hold a word of theirs must not change them.
 */
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
}
