package io.kraty.sandbox.internal.game;

import io.kraty.api.model.ResetCadence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the periods of a board begin.
 *
 * <p>[choice] Days are days in the game's zone and weeks start on Monday. A board that never starts anew has one period, which began
 * with the sandbox.
 */
final class BoardCalendar {
    /** [choice] How many past periods are kept: as many as can be listed at once. */
    static final int MOST_PAST = 52;

    private final ResetCadence cadence;
    private final ZoneId zone;
    private final Instant origin;

    BoardCalendar(ResetCadence cadence, ZoneId zone, Instant origin) {
        this.cadence = cadence;
        this.zone = zone;
        this.origin = origin;
    }

    /** When the period that {@code at} is in began. */
    Instant start(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return switch (cadence.known()) {
            case DAILY -> midnight(day);
            case WEEKLY -> midnight(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTHLY -> midnight(day.withDayOfMonth(1));
            case NEVER, UNRECOGNIZED -> origin;
        };
    }

    /** When the period that began at {@code start} ends; null for never. */
    @Nullable
    Instant end(Instant start) {
        LocalDate day = LocalDate.ofInstant(start, zone);
        return switch (cadence.known()) {
            case DAILY -> midnight(day.plusDays(1));
            case WEEKLY -> midnight(day.plusWeeks(1));
            case MONTHLY -> midnight(day.plusMonths(1));
            case NEVER, UNRECOGNIZED -> null;
        };
    }

    /** When the periods before the one of {@code now} began, newest first, back to the one the sandbox started in. */
    List<Instant> past(Instant now) {
        List<Instant> starts = new ArrayList<>();
        Instant first = start(origin);
        Instant start = start(now);
        while (start.isAfter(first) && starts.size() < MOST_PAST) {
            start = start(start.minusNanos(1));
            starts.add(start);
        }
        return starts;
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
