package io.kraty.sdk.internal.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of what came from outside and may end up in a log or be kept: a proxy's error page can echo a header. Known
 * codes are left alone: a key that happens to hold a word of theirs must not change them.
 */
final class Redactor {
    private static final String HIDDEN = "(hidden)";
    private static final int MOST = 1000;
    // More than anybody reads of a sentence, a page or a line in a trace.
    private static final int MOST_TEXT = 4000;

    private final String apiKey;
    private final String apiKeySecret;
    // All that went over the wire, since one answer may echo what belongs to another request.
    private final Set<String> ofPlayers;
    private final @Nullable String ofThisPlayer;

    /** Hides the key, and the part of it that is secret alone. */
    Redactor(String apiKey) {
        this(apiKey, apiKey.substring(apiKey.indexOf('.') + 1), ConcurrentHashMap.newKeySet(), null);
    }

    private Redactor(String apiKey, String apiKeySecret, Set<String> ofPlayers, @Nullable String ofThisPlayer) {
        this.apiKey = apiKey;
        this.apiKeySecret = apiKeySecret;
        this.ofPlayers = ofPlayers;
        this.ofThisPlayer = ofThisPlayer;
    }

    /** Hides {@code secret} too, unless it is null; from here on everybody who comes from the same one does. */
    Redactor and(@Nullable String secret) {
        if (secret == null) {
            return this;
        }
        if (ofPlayers.size() < MOST) { // a server of many players need not keep them all
            ofPlayers.add(secret);
        }
        return new Redactor(apiKey, apiKeySecret, ofPlayers, secret);
    }

    String redact(String text) {
        String clean = hide(hide(text, apiKey), apiKeySecret);
        for (String secret : ofPlayers) {
            clean = hide(clean, secret);
        }
        return ofThisPlayer == null ? clean : hide(clean, ofThisPlayer);
    }

    /** No more of it than {@code most}. Redacted before it is cut: half a secret is not found any more. */
    String excerpt(String text, int most) {
        String clean = redact(text);
        return clean.length() <= most ? clean : clean.substring(0, most) + "…";
    }

    /** As much of it as an exception says. */
    String excerpt(String text) {
        return excerpt(text, MOST_TEXT);
    }

    /** The same JSON value, with other texts and names in it if they hold a secret. */
    @Nullable
    Object redactAll(@Nullable Object json) {
        if (json instanceof String text) {
            return redact(text);
        }
        if (json instanceof List<?> list) {
            List<@Nullable Object> clean = new ArrayList<>();
            list.forEach(each -> clean.add(redactAll(each)));
            return Collections.unmodifiableList(clean);
        }
        if (json instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> clean = new LinkedHashMap<>();
            map.forEach((name, value) -> clean.put(redact(String.valueOf(name)), redactAll(value)));
            return Collections.unmodifiableMap(clean);
        }
        return json;
    }

    private static String hide(String text, String secret) {
        return secret.isEmpty() ? text : text.replace(secret, HIDDEN);
    }

    /**
     * The same failure, or as much of its text as may be told, and its trace, if it or what is behind it names a secret or is too
     * long: a cause is printed as it is.
     */
    IOException redact(IOException failure) {
        return isClean(failure) ? failure : copy(failure);
    }

    /** Whether it may be printed as it is. */
    boolean isClean(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = cause.toString();
            if (!excerpt(text).equals(text)) {
                return false;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (!isClean(suppressed)) {
                    return false;
                }
            }
        }
        return true;
    }

    private IOException copy(IOException failure) {
        IOException copy = new IOException(excerpt(failure.toString()));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }
}
