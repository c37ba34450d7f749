package io.kraty.api.runtime;

import java.nio.charset.StandardCharsets;

/** Percent-encodes everything but the unreserved characters of RFC 3986, so that a value is exactly one segment. */
final class PercentEncoder {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoder() {}

    static String encode(String value) {
        StringBuilder out = null;
        for (int i = 0; i < value.length(); i++) {
            if (!isUnreserved(value.charAt(i))) {
                out = new StringBuilder(value.length() + 16).append(value, 0, i);
                append(out, value.substring(i));
                break;
            }
        }
        return out == null ? value : out.toString();
    }

    private static void append(StringBuilder out, String value) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && isUnreserved((char) b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
            }
        }
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
