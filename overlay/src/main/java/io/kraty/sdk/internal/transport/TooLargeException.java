package io.kraty.sdk.internal.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer, or a part of it, is larger than what is read. Its message completes "answered with …". */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
    // How OkHttp says it of headers over HTTP/2, in the words of a lost connection.
    private static final String OF_OKHTTP = "header byte count limit";

    /** Larger than what: {@code what} says both. */
    public TooLargeException(String what) {
        super(what);
    }

    /** What of this is behind {@code failure}, which TLS and OkHttp may have wrapped; null if nothing is. */
    public static @Nullable TooLargeException in(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLargeException found) {
                return found;
            }
            if (cause.getMessage() != null && cause.getMessage().contains(OF_OKHTTP)) {
                TooLargeException found = new TooLargeException("headers of more than 256 KiB");
                found.initCause(failure);
                return found;
            }
        }
        return null;
    }

    /** More than this heap or this stack can take, though within the limits. */
    public static TooLargeException forMemory() {
        return new TooLargeException("more than fits into memory");
    }
}
