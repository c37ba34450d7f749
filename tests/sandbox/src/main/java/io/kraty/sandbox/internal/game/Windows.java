package io.kraty.sandbox.internal.game;

import io.kraty.api.model.FinalizedReason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The windows of events, one after the other without a gap, counted from the start of the sandbox.
 *
 * <p>[choice] After a window was closed early, the event has none until the next would have begun.
 */
final class Windows {
    private final Settings settings;
    private final Seeds seeds;
    private final EventBoards boards;
    private final Instant origin;
    private final Map<String, EventWindow> latest = new HashMap<>();

    Windows(Settings settings, Seeds seeds, EventBoards boards) {
        this.settings = settings;
        this.seeds = seeds;
        this.boards = boards;
        this.origin = settings.clock().instant();
    }

    /** The open window; null if the event has none now. */
    @Nullable
    EventWindow open(EventDefinition event) {
        if (event.schedule != EventDefinition.Schedule.RUNNING) {
            return null;
        }
        EventWindow window = latest.get(event.key);
        long index = index(event);
        if (window == null || window.index < index) {
            if (window != null) {
                close(window);
            }
            window = create(event, index);
            latest.put(event.key, window);
        }
        if (window.board != null && window.board.isFinal()) {
            window.closed = true;
        }
        return window.closed ? null : window;
    }

    /** Ends the event's window early, if it has one. */
    void close(EventDefinition event) {
        EventWindow window = open(event);
        if (window != null) {
            close(window);
        }
    }

    private void close(EventWindow window) {
        window.closed = true;
        if (window.board != null) {
            boards.finish(window.board, FinalizedReason.WINDOW_CLOSED);
        }
    }

    private EventWindow create(EventDefinition event, long index) {
        Instant startsAt = origin.plus(event.windowLength.multipliedBy(index));
        String name = Long.toString(index);
        return new EventWindow(
                seeds.id("window", event.key, name),
                seeds.id("event", event.key),
                index,
                startsAt,
                startsAt.plus(event.windowLength),
                event.usesLobbies() ? null : boards.create(seeds.id("board", event.key, name), event, event.bots));
    }

    private long index(EventDefinition event) {
        Duration age = Duration.between(origin, settings.clock().instant());
        return Math.max(0, age.toMillis() / event.windowLength.toMillis());
    }
}
