package io.kraty.sandbox.internal.cli;

/** The command line asks for something that cannot be. The message says what, and is all there is to say. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message, null, false, false);
    }
}
