package io.kraty.api.runtime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the timestamps seen on the wire, which are those of ISO 8601 and their usual variations:
 *
 * <ul>
 *   <li>{@code 2026-03-01T12:00:00}, with a space or a small {@code t} instead of the {@code T}, and with or without
 *       seconds. A date alone is its first moment in UTC.
 *   <li>A fraction of a second of any length; what is behind nanoseconds is cut off.
 *   <li>{@code Z} in either case, or an offset as {@code +01:00}, {@code +0100} or {@code +01}. None means UTC.
 *   <li>A leap second ({@code 23:59:60}, there or in UTC) is taken as the second before it, as {@code java.time} does, so
 *       that it stays within its day.
 *   <li>Whatever else {@code java.time} takes: a named zone behind the offset, {@code 24:00:00Z}, years of more digits.
 * </ul>
 *
 * <p>An empty text stands for none. What is no timestamp is refused; to a field that may be null that means null, see
 * {@link Fields}.
 */
final class Timestamps {
    private static final int DATE_ONLY = "2026-01-01".length();

    private Timestamps() {}

    /** The instant; null for an empty text, which stands for none. */
    static @Nullable Instant parse(String text) throws DateTimeException {
        Instant ordinary = PlatformTimestamp.parse(text);
        return ordinary != null ? ordinary : parseAny(text);
    }

    /** The same for a text of any form. */
    static @Nullable Instant parseAny(String text) throws DateTimeException {
        if (text.trim().isEmpty()) {
            return null;
        }
        if (text.length() == DATE_ONLY) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        Instant instant = new TimestampScanner(text).instant();
        return instant == null ? rare(text) : instant;
    }

    private static Instant rare(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return rarer(text);
        }
    }

    private static Instant rarer(String text) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }
}
