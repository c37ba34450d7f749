package io.kraty.sandbox.internal.file;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: {@code 250ms}, {@code 90s}, {@code 1h30m}, {@code 7d}. */
public final class Durations {
    /** As the schema has it. */
    static final Pattern PATTERN =
            Pattern.compile("(?=\\d)(\\d{1,9}d)?(\\d{1,9}h)?(\\d{1,9}m)?(\\d{1,9}s)?(\\d{1,9}ms)?");

    private static final List<Duration> UNITS = List.of(
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(1));

    private Durations() {}

    /** Null if it is none. */
    public static @Nullable Duration parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Duration sum = Duration.ZERO;
        for (int i = 0; i < UNITS.size(); i++) {
            String part = matcher.group(i + 1);
            if (part != null) {
                long count = Long.parseLong(part.replaceAll("[a-z]", ""));
                sum = sum.plus(UNITS.get(i).multipliedBy(count));
            }
        }
        return sum;
    }
}
