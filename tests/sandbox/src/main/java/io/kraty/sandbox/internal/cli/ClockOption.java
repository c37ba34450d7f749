package io.kraty.sandbox.internal.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --clock} says: {@code system}, {@code frozen}, a moment to stand still at, a moment and {@code +} to run
 * from there, and {@code x} with a speed behind the last one or alone.
 *
 * @param start what time it is at first; null for the time outside
 * @param frozen whether time stands still
 * @param speed how many seconds pass per second outside
 */
public record ClockOption(@Nullable Instant start, boolean frozen, double speed) {
    /** The time outside. */
    public static final ClockOption SYSTEM = new ClockOption(null, false, 1);

    private static final double FASTEST = 1_000_000;
    private static final Pattern FORM = Pattern.compile(
            "(?<word>system|frozen)|(?<moment>\\d{4}-[^+x]+?(Z|[+-]\\d\\d:\\d\\d))?(?<runs>\\+)?(x(?<speed>.+))?");

    static ClockOption parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw wrong(text);
        }
        if (matcher.group("word") != null) {
            return new ClockOption(null, text.equals("frozen"), 1);
        }
        String moment = matcher.group("moment");
        boolean runs = matcher.group("runs") != null;
        String speed = matcher.group("speed");
        // A moment stands still unless told to run; a plus without a moment says nothing, nor does a speed without a
        // run.
        if (moment == null ? runs : speed != null && !runs) {
            throw wrong(text);
        }
        return new ClockOption(
                moment == null ? null : instant(moment, text),
                moment != null && !runs,
                speed == null ? 1 : speed(speed, text));
    }

    private static Instant instant(String moment, String text) {
        try {
            OffsetDateTime utc = OffsetDateTime.parse(moment).withOffsetSameInstant(ZoneOffset.UTC);
            if (utc.getYear() >= 1 && utc.getYear() <= 9999) {
                return utc.toInstant();
            }
        } catch (DateTimeException e) {
            // Answered below, like a year without four digits.
        }
        throw wrong(text);
    }

    private static double speed(String speed, String text) {
        try {
            double factor = Double.parseDouble(speed);
            if (factor > 0 && factor <= FASTEST) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number that is out of range.
        }
        throw wrong(text);
    }

    private static UsageException wrong(String text) {
        return new UsageException(
                "--clock must be system, frozen, a moment such as 2026-03-01T12:00:00Z (stands still),"
                        + " a moment and a plus (runs from there), either of the two that run with a speed (x60,"
                        + " 2026-03-01T12:00:00Z+x60; above 0, at most 1000000), was " + text);
    }
}
