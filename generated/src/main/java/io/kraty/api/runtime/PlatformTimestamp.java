package io.kraty.api.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The two forms in which the platform writes timestamps, {@code 2026-03-01T12:00:00.000Z} and the same without
 * milliseconds. They make up half of the work of some answers, so they are read without anything made on the way.
 */
final class PlatformTimestamp {
    private static final String WITH_MILLIS = "0000-00-00T00:00:00.000Z";
    private static final String WITHOUT = "0000-00-00T00:00:00Z";

    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    /** A day that every month has; of a later one somebody else says whether it is. */
    private static final int SAFE_DAY = 28;

    private static final int DAYS_BEFORE_1970 = 719_162;
    private static final int SECONDS_PER_DAY = 24 * 60 * 60;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private PlatformTimestamp() {}

    /** The instant; null if the text has another form, or needs a closer look. */
    static @Nullable Instant parse(String text) {
        if (!hasForm(text, text.length() == WITHOUT.length() ? WITHOUT : WITH_MILLIS)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        boolean isOrdinary = year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= SAFE_DAY || day <= daysIn(year, month))
                && hour < 24
                && minute < 60
                && second < 60;
        if (!isOrdinary) {
            return null;
        }
        int millis = text.length() == WITHOUT.length() ? 0 : number(text, 20, 23);
        long seconds = (hour * 60L + minute) * 60 + second;
        return Instant.ofEpochSecond(
                days(year, month, day) * SECONDS_PER_DAY + seconds, (long) millis * NANOS_PER_MILLI);
    }

    /** Whether there is a digit for each 0, and every other character itself. */
    private static boolean hasForm(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            char expected = form.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + digits.charAt(i) - '0';
        }
        return number;
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** From the first day of 1970 to this one. */
    private static long days(int year, int month, int day) {
        int past = year - 1;
        int leapDays = past / 4 - past / 100 + past / 400 + (month > 2 && isLeap(year) ? 1 : 0);
        return past * 365L + leapDays + DAYS_BEFORE_MONTH[month - 1] + day - 1 - DAYS_BEFORE_1970;
    }
}
