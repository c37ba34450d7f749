package io.kraty.sandbox.internal.form;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Refuses values that cannot be meant, with a sentence that says what could be. */
public final class Arguments {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\t\\x20-\\x7e]*");
    private static final Set<String> OF_THE_SERVER = ofTheServer();

    private Arguments() {}

    public static void range(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw refuse(name, value, "from " + min + " to " + max);
        }
    }

    /** From 0 to 1; what is not a number is refused as well. */
    public static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw refuse(name, value, "from 0 to 1");
        }
    }

    /** From nothing to an hour. */
    public static void wait(String name, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw refuse(name, value, "from " + Duration.ZERO + " to " + LONGEST);
        }
    }

    /** More than nothing, up to an hour. */
    public static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw refuse(name, value, "more than " + Duration.ZERO + ", up to " + LONGEST);
        }
    }

    /** A copy of the headers, if they can be sent without breaking up the answer. */
    public static Map<String, String> headers(Map<String, String> headers) {
        headers.forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || OF_THE_SERVER.contains(name)) {
                throw refuse("headers", name, "the names of headers, other than " + OF_THE_SERVER);
            }
            if (!VALUE.matcher(value).matches()) {
                throw refuse("headers", name + ": " + value, "printable ASCII");
            }
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static IllegalArgumentException refuse(String name, Object value, String allowed) {
        return new IllegalArgumentException(name + " must be " + allowed + ", was " + value);
    }

    private static Set<String> ofTheServer() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(names, "Connection", "Content-Length", "Transfer-Encoding", "X-Request-Id");
        return Collections.unmodifiableSet(names);
    }
}
