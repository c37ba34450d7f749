package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.FinalizedReason;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.definition.Schedule;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The windows of events: those of the schedule, and those that somebody opens by hand.
 *
 * <p>[choice] After a window was closed early, the event has none until the next would have begun. While a window that
 * was opened by hand is open, the schedule waits.
 */
public final class Windows {
    /** A place in the schedule. */
    private record Slot(String name, Instant startsAt, Instant endsAt, Map<String, @Nullable Object> metadata) {}

    private final Settings settings;
    private final Seeds seeds;
    private final EventBoards boards;
    private final Instant origin;
    private final Map<String, EventWindow> latest = new HashMap<>();
    private final Map<String, String> latestSlot = new HashMap<>();
    private int byHand;

    public Windows(Settings settings, Seeds seeds, EventBoards boards) {
        this.settings = settings;
        this.seeds = seeds;
        this.boards = boards;
        this.origin = now();
    }

    /** The open window; null if the event has none now. */
    @Nullable
    EventWindow open(EventDefinition event) {
        EventWindow window = latest.get(event.key());
        if (window != null && !now().isBefore(window.endsAt)) {
            close(window);
        }
        if (window == null || window.isClosed()) {
            Slot slot = event.enabled() ? slot(event.schedule()) : null;
            if (slot != null && !slot.name().equals(latestSlot.get(event.key()))) {
                latestSlot.put(event.key(), slot.name());
                window = create(event, slot);
            }
        }
        if (window != null && window.everybody() != null && window.everybody().isFinal()) {
            window.close();
        }
        return window == null || window.isClosed() ? null : window;
    }

    /** Opens a window that is in no schedule. */
    void open(EventDefinition event, Duration length) {
        close(event);
        create(event, new Slot("by hand " + byHand++, now(), now().plus(length), Map.of()));
    }

    /** Ends the event's window early, if it has one. */
    void close(EventDefinition event) {
        EventWindow window = open(event);
        if (window != null) {
            close(window);
        }
    }

    private void close(EventWindow window) {
        window.close().forEach(board -> boards.finish(board, FinalizedReason.WINDOW_CLOSED));
    }

    private EventWindow create(EventDefinition event, Slot slot) {
        EventWindow window = new EventWindow(
                seeds.id("window", event.key(), slot.name()),
                seeds.id("event", event.key()),
                event,
                slot.startsAt(),
                slot.endsAt(),
                slot.metadata());
        if (event.ranking() instanceof Ranking.Global) {
            window.board("", any -> boards.create(seeds.id("board", event.key(), slot.name()), event, event.bots()));
        }
        latest.put(event.key(), window);
        return window;
    }

    private @Nullable Slot slot(Schedule schedule) {
        Instant now = now();
        if (schedule instanceof Schedule.Repeating repeating) {
            Instant first = Objects.requireNonNullElse(repeating.first(), origin);
            long index = Math.floorDiv(
                    Duration.between(first, now).toMillis(), repeating.every().toMillis());
            Instant startsAt = first.plus(repeating.every().multipliedBy(index));
            Instant endsAt = startsAt.plus(repeating.length());
            return index >= 0 && now.isBefore(endsAt)
                    ? new Slot(Long.toString(index), startsAt, endsAt, Map.of())
                    : null;
        }
        if (schedule instanceof Schedule.Listed listed) {
            return listed.windows().stream()
                    .filter(window -> !now.isBefore(window.startsAt()) && now.isBefore(window.endsAt()))
                    .findFirst()
                    .map(window -> new Slot(
                            window.startsAt().toString(), window.startsAt(), window.endsAt(), window.metadata()))
                    .orElse(null);
        }
        return null;
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
