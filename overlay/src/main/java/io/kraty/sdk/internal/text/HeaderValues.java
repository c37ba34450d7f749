package io.kraty.sdk.internal.text;

import org.jspecify.annotations.Nullable;

/** Keeps what goes into a header from becoming a second header, or from failing only when the first call is made. */
public final class HeaderValues {
    private HeaderValues() {}

    /**
     * Refuses what cannot stand in a header. The message never shows the value, because every header of ours is a secret.
     *
     * @throws IllegalArgumentException if {@code value} is blank or holds anything but visible ASCII
     */
    public static String check(String name, @Nullable String value) {
        if (value == null || value.trim().isEmpty()) {
            throw new IllegalArgumentException(name + ": must not be blank");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                throw new IllegalArgumentException(name + ": must be visible ASCII without spaces, has U+"
                        + Integer.toHexString(0x10000 | c).substring(1) + " at index " + i);
            }
        }
        return value;
    }
}
