package io.kraty.sandbox.internal.game.boards;

import io.kraty.api.model.ResetCadence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * When the periods of a board begin.
 *
 * <p>[choice] Days are days in the game's zone and weeks start on Monday. A board that never starts anew has one period, which began
 * with the sandbox.
 */
final class BoardCalendar {
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

    /** When the period ends that {@code at} is in; null for never. */
    @Nullable
    Instant end(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return switch (cadence.known()) {
            case DAILY -> midnight(day.plusDays(1));
            case WEEKLY -> midnight(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            case MONTHLY -> midnight(day.with(TemporalAdjusters.firstDayOfNextMonth()));
            case NEVER, UNRECOGNIZED -> null;
        };
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
