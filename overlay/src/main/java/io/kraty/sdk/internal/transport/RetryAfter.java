package io.kraty.sdk.internal.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server asks to wait: seconds, fractions allowed, or an HTTP date. However large a number is, it is very
 * long; rubbish is no wish at all.
 */
final class RetryAfter {
    private static final double MOST_SECONDS = 1e9;

    private RetryAfter() {}

    /**
     * The wait, never negative; null if there is none.
     *
     * @param value the {@code Retry-After} header
     * @param date the {@code Date} header, the server's own idea of now, for a device whose clock is off
     * @param now the device's idea of now
     */
    static @Nullable Duration parse(@Nullable String value, @Nullable String date, Instant now) {
        if (value == null) {
            return null;
        }
        String text = value.trim();
        if (text.matches("\\d+(\\.\\d+)?")) {
            double seconds = Math.min(Double.parseDouble(text), MOST_SECONDS);
            return Duration.ofMillis(Math.round(seconds * 1000));
        }
        Instant until = httpDate(text);
        if (until == null) {
            return null;
        }
        Instant serverNow = date == null ? null : httpDate(date);
        Duration wait = Duration.between(serverNow == null ? now : serverNow, until);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static @Nullable Instant httpDate(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.trim(), Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
