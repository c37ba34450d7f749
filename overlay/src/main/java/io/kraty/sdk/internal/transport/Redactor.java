package io.kraty.sdk.internal.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of texts that came from outside and may end up in a log: a proxy's error page can echo a header. Only for
 * what people read; known codes and details are data, and a key that happens to hold a word of theirs must not change them.
 */
final class Redactor {
    private static final String HIDDEN = "(hidden)";

    private final List<String> secrets;

    /** Hides the key, and the part of it that is secret alone. */
    Redactor(String apiKey) {
        this(List.of(apiKey, apiKey.substring(apiKey.indexOf('.') + 1)));
    }

    private Redactor(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Hides {@code secret} too, unless it is null. */
    Redactor and(@Nullable String secret) {
        if (secret == null) {
            return this;
        }
        List<String> all = new ArrayList<>(secrets);
        all.add(secret);
        return new Redactor(all);
    }

    String redact(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = secret.isEmpty() ? clean : clean.replace(secret, HIDDEN);
        }
        return clean;
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
