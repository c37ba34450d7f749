package io.kraty.sandbox.internal.wire;

import java.io.IOException;

/** What arrived is not HTTP, or more of it than is taken. Answered with a status, and the connection is over. */
final class MalformedRequest extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    MalformedRequest(String message) {
        this(400, message);
    }

    MalformedRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
