package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.AttemptQuota;
import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How many attempts a player may start. [choice] A day is a day in the zone of the game. */
final class Quotas {
    private Quotas() {}

    static AttemptQuota of(AttemptBook attempts, EventDefinition event, EventWindow window, Instant now, ZoneId zone) {
        Integer perWindow = event.quota().perWindow();
        Integer perDay = event.quota().perDay();
        int inWindow = perWindow == null ? 0 : attempts.inWindow(event.key(), window.id);
        int today = perDay == null ? 0 : attempts.on(event.key(), day(now, zone));
        Integer leftInWindow = perWindow == null ? null : perWindow - inWindow;
        Integer leftToday = perDay == null ? null : perDay - today;
        return new AttemptQuota(perWindow, perDay, inWindow, today, tighter(leftInWindow, leftToday));
    }

    static void require(AttemptBook attempts, EventDefinition event, EventWindow window, Instant now, ZoneId zone) {
        AttemptQuota quota = of(attempts, event, window, now, zone);
        if (quota.maxPerWindow() != null && quota.usedInWindow() >= quota.maxPerWindow()) {
            throw new ApiError(429, ErrorCode.MAX_ATTEMPTS_REACHED, "All attempts of this window are used.");
        }
        if (quota.maxPerDay() != null && quota.usedToday() >= quota.maxPerDay()) {
            throw new ApiError(429, ErrorCode.MAX_DAILY_ATTEMPTS_REACHED, "All attempts of today are used.");
        }
    }

    private static @Nullable Integer tighter(@Nullable Integer a, @Nullable Integer b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Math.min(a, b);
    }

    /** The day that it is in the game. */
    static LocalDate day(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }
}
