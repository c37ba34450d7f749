package io.kraty.sdk.internal.text;

import io.kraty.api.WalletApi;
import io.kraty.api.runtime.Credential;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Headers of the game's own: none that says who asks, or changes what the answer is and how it travels. */
public final class GameHeaders {
    private static final String MARKS = "!#$%&'*+-.^_`|~";

    // Of the connection, which is OkHttp's (RFC 9110, section 7.6.1).
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "http2-settings", "expect");
    // Who asks whom for what, in which form: the SDK's to say.
    private static final Set<String> OF_THE_SDK =
            Set.of("authorization", "cookie", "host", "accept", "accept-encoding", "accept-charset", "range");
    private static final Set<String> BEGINNINGS = Set.of("content-", "if-", "proxy-", "x-kraty-");

    // As the API description names them; every operation on a wallet takes them all.
    private static final Set<String> CREDENTIALS = WalletApi.listWallet("somebody").credentials().stream()
            .map(Credential::header)
            .filter(Objects::nonNull)
            .map(GameHeaders::lower)
            .collect(Collectors.toSet());

    private GameHeaders() {}

    /**
     * Refuses a name that is none, or not the game's to use.
     *
     * @throws IllegalArgumentException saying why
     */
    public static String checkName(@Nullable String name) {
        if (name == null || name.isEmpty() || !name.chars().allMatch(GameHeaders::isOfAToken)) {
            throw new IllegalArgumentException("header: the name must be letters, digits and " + MARKS + " alone");
        }
        String lower = lower(name);
        if (OF_THE_CONNECTION.contains(lower)
                || OF_THE_SDK.contains(lower)
                || CREDENTIALS.contains(lower)
                || BEGINNINGS.stream().anyMatch(lower::startsWith)) {
            throw new IllegalArgumentException("header: " + name + " is set by the SDK or the connection alone");
        }
        return name;
    }

    /**
     * Refuses what would not arrive as it is. The message does not show the value.
     *
     * @throws IllegalArgumentException if {@code value} is blank, begins or ends with a space, or holds anything but visible
     *     ASCII and spaces
     */
    public static String checkValue(String name, @Nullable String value) {
        if (value == null || value.isBlank() || !value.equals(value.strip())) {
            throw new IllegalArgumentException(
                    "header " + name + ": must not be blank, nor begin or end with white space");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= 0x7F) {
                throw new IllegalArgumentException("header " + name + ": must be visible ASCII and spaces, has U+"
                        + Integer.toHexString(0x10000 | c).substring(1) + " at index " + i);
            }
        }
        return value;
    }

    private static boolean isOfAToken(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
