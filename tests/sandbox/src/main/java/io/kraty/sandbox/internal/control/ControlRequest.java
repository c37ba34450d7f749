package io.kraty.sandbox.internal.control;

import org.jspecify.annotations.Nullable;

/**
 * A request to steer the sandbox, or to look into it.
 *
 * @param method the HTTP method
 * @param path what follows {@code /sandbox}, percent-encoded
 * @param query what follows the question mark, percent-encoded; null for nothing
 * @param host the header {@code Host}; null for none
 * @param origin the header {@code Origin}; null for none
 * @param body the body; empty for none, or too much of it
 * @param isOversize whether the body was too long
 */
public record ControlRequest(
        String method,
        String path,
        @Nullable String query,
        @Nullable String host,
        @Nullable String origin,
        String body,
        boolean isOversize) {}
