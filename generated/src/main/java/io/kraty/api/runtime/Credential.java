package io.kraty.api.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What an operation must be called with.
 *
 * @param header the header that carries it; null for the bearer token in {@code Authorization}
 * @since 0.1.0
 */
public record Credential(@Nullable String header) {
    private static final Credential BEARER = new Credential(null);

    /** A bearer token in the {@code Authorization} header. */
    public static Credential bearer() {
        return BEARER;
    }

    /** The bare value in a header of its own. */
    public static Credential header(String name) {
        return new Credential(name);
    }

    /** Whether this is the bearer token. */
    public boolean isBearer() {
        return header == null;
    }
}
