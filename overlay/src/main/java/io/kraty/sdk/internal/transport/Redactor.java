package io.kraty.sdk.internal.transport;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of texts that came from outside and may end up in a log: a proxy's error page can echo a header. Only for
 * what people read; known codes and details are data, and a key that happens to hold a word of theirs must not change them.
 */
final class Redactor {
    private static final String HIDDEN = "(hidden)";
    private static final int MOST = 1000;

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

    private static String hide(String text, String secret) {
        return secret.isEmpty() ? text : text.replace(secret, HIDDEN);
    }

    /** The same failure, or its text and trace alone if it or what is behind it names a secret: a cause is printed as it is. */
    IOException redact(IOException failure) {
        return isClean(failure) ? failure : copy(failure);
    }

    boolean isClean(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = cause.toString();
            if (!redact(text).equals(text)) {
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
        IOException copy = new IOException(redact(failure.toString()));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }
}
