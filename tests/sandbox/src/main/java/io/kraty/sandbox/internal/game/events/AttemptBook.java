package io.kraty.sandbox.internal.game.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one player, and how many there were.
 *
 * <p>[choice] An attempt that is over is known until its board has been final for a day, and only while it is one of the
 * latest 200. Quotas count those that are forgotten, too.
 */
final class AttemptBook {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST = 200;

    /** How many attempts of an event were started. */
    private static final class Usage {
        private String windowId = "";
        private int inWindow;
        private LocalDate day = LocalDate.MIN;
        private int today;
    }

    private final Map<String, AttemptState> byId = new LinkedHashMap<>();
    private final Map<String, AttemptState> latestByEvent = new HashMap<>();
    private final Map<String, Usage> usage = new HashMap<>();
    private long made;

    /** How many there ever were. */
    long made() {
        return made;
    }

    int size() {
        return byId.size();
    }

    /** Those that are known, oldest first. */
    List<AttemptState> all() {
        return List.copyOf(byId.values());
    }

    @Nullable
    AttemptState find(String id) {
        return byId.get(id);
    }

    /** The one that takes progress; null if none does. There is one at most: no other starts before it is over. */
    @Nullable
    AttemptState open(String eventKey, Instant now) {
        AttemptState latest = latestByEvent.get(eventKey);
        return latest != null && latest.isOpen(now) ? latest : null;
    }

    void add(AttemptState attempt, LocalDate day) {
        made++;
        byId.put(attempt.id, attempt);
        latestByEvent.put(attempt.event.key(), attempt);
        Usage used = usage.computeIfAbsent(attempt.event.key(), any -> new Usage());
        used.inWindow = inWindow(attempt.event.key(), attempt.window.id) + 1;
        used.windowId = attempt.window.id;
        used.today = on(attempt.event.key(), day) + 1;
        used.day = day;
        dropOldest(attempt.startedAt);
    }

    /** How many were started in the window, which is the event's latest. */
    int inWindow(String eventKey, String windowId) {
        Usage used = usage.get(eventKey);
        return used != null && used.windowId.equals(windowId) ? used.inWindow : 0;
    }

    /** How many were started on the day, which is today. */
    int on(String eventKey, LocalDate day) {
        Usage used = usage.get(eventKey);
        return used != null && used.day.equals(day) ? used.today : 0;
    }

    /** Forgets what nobody asks for any more. */
    void sweep(Instant now) {
        byId.values().removeIf(attempt -> attempt.board.board.isFinalSince(now.minus(KEPT)));
        latestByEvent.values().removeIf(attempt -> !byId.containsKey(attempt.id));
    }

    private void dropOldest(Instant now) {
        for (Iterator<AttemptState> oldest = byId.values().iterator(); byId.size() > MOST && oldest.hasNext(); ) {
            if (!oldest.next().isOpen(now)) {
                oldest.remove();
            }
        }
    }
}
