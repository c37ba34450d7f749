package io.kraty.sandbox.internal.form;

import org.jspecify.annotations.Nullable;

/**
 * What trouble can be chosen by.
 *
 * @param method the HTTP method
 * @param path the raw path
 * @param operation the operationId; null for an unknown path
 * @param player the player in the path; null where it names none
 */
public record Incoming(
        String method,
        String path,
        @Nullable String operation,
        @Nullable String player) {}
