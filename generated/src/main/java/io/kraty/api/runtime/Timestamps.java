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

/** Reads the timestamps seen on the wire: with and without fraction, offset or time of day. No offset means UTC. */
final class Timestamps {
    private static final int DATE_ONLY = "2026-01-01".length();

    private Timestamps() {}

    /** The instant; null for an empty text, which stands for none. */
    static @Nullable Instant parse(String text) throws DateTimeException {
        if (text.trim().isEmpty()) {
            return null;
        }
        if (text.endsWith("Z")) {
            return Instant.parse(text);
        }
        if (text.length() == DATE_ONLY) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }
}
