package io.kraty.api.runtime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Goes once through a text of the form that {@link Timestamps} describes. */
final class TimestampScanner {
    private static final int NANO_DIGITS = 9;
    private static final int LEAP_SECOND = 60;
    /** The end of a day, which is another form. */
    private static final int MIDNIGHT = 24;

    private static final int SECONDS_PER_DAY = 24 * 60 * 60;

    private final String text;
    private int at;
    private boolean fits = true;

    TimestampScanner(String text) {
        this.text = text;
    }

    /**
     * The instant; null if the text has another form.
     *
     * @throws DateTimeException if there is no such time
     */
    @Nullable
    Instant instant() {
        int year = twoDigits() * 100 + twoDigits();
        expect("-");
        int month = twoDigits();
        expect("-");
        int day = twoDigits();
        expect("Tt ");
        int hour = twoDigits();
        expect(":");
        int minute = twoDigits();
        boolean hasSeconds = accepts(":");
        int second = hasSeconds ? twoDigits() : 0;
        int nano = hasSeconds && accepts(".") ? fraction() : 0;
        int offsetHours = 0;
        int offsetMinutes = 0;
        if (at < text.length() && !accepts("Zz")) {
            int sign = accepts("-") ? -1 : 1;
            if (sign > 0) {
                expect("+");
            }
            offsetHours = sign * twoDigits();
            if (at < text.length()) {
                accepts(":");
                offsetMinutes = sign * twoDigits();
            }
        }
        if (!fits || at < text.length() || hour == MIDNIGHT) {
            return null;
        }
        boolean leap = second == LEAP_SECOND;
        Instant instant = LocalDateTime.of(year, month, day, hour, minute, leap ? second - 1 : second, nano)
                .toInstant(ZoneOffset.ofHoursMinutes(offsetHours, offsetMinutes));
        if (leap && !(hour == 23 && minute == 59) && !endsDay(instant)) {
            throw new DateTimeException("no leap second");
        }
        return instant;
    }

    /** Whether it lies in the last second of a day in UTC, where a leap second belongs. */
    private static boolean endsDay(Instant instant) {
        return Math.floorMod(instant.getEpochSecond(), SECONDS_PER_DAY) == SECONDS_PER_DAY - 1;
    }

    private int twoDigits() {
        return digit() * 10 + digit();
    }

    private int fraction() {
        int nano = 0;
        int digits = 0;
        do {
            int digit = digit();
            nano = digits < NANO_DIGITS ? nano * 10 + digit : nano;
            digits++;
        } while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9');
        for (int i = digits; i < NANO_DIGITS; i++) {
            nano *= 10;
        }
        return nano;
    }

    private int digit() {
        int digit = at < text.length() ? text.charAt(at++) - '0' : -1;
        if (digit < 0 || digit > 9) {
            fits = false;
            return 0;
        }
        return digit;
    }

    private void expect(String any) {
        fits &= accepts(any);
    }

    /** Goes past one of the characters, if it comes next. */
    private boolean accepts(String any) {
        boolean accepted = at < text.length() && any.indexOf(text.charAt(at)) >= 0;
        at += accepted ? 1 : 0;
        return accepted;
    }
}
