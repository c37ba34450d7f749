package io.kraty.sandbox.internal.game;

import io.kraty.api.model.AttemptQuota;
import io.kraty.api.model.ErrorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How many attempts a player may start. [choice] A day is a day in UTC. */
final class Quotas {
    private Quotas() {}

    static AttemptQuota of(Player player, EventDefinition event, EventWindow window, Instant now) {
        Integer perWindow = event.maxPerWindow;
        Integer perDay = event.maxPerDay;
        int inWindow = perWindow == null ? 0 : count(player, attempt -> attempt.window == window);
        int today = perDay == null
                ? 0
                : count(
                        player,
                        attempt ->
                                attempt.event == event && day(attempt.startedAt).equals(day(now)));
        Integer leftInWindow = perWindow == null ? null : perWindow - inWindow;
        Integer leftToday = perDay == null ? null : perDay - today;
        return new AttemptQuota(perWindow, perDay, inWindow, today, tighter(leftInWindow, leftToday));
    }

    static void require(Player player, EventDefinition event, EventWindow window, Instant now) {
        AttemptQuota quota = of(player, event, window, now);
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

    private static int count(Player player, Predicate<AttemptState> which) {
        return (int) player.attempts.values().stream().filter(which).count();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
