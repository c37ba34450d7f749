package io.kraty.sandbox.internal.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When an event has windows. */
public sealed interface Schedule {
    /** Not at all, unless somebody opens one by hand. */
    record Never() implements Schedule {}

    /**
     * Again and again.
     *
     * @param first when the first one begins; null for when the sandbox does
     * @param length how long each is open
     * @param every from the beginning of one to the beginning of the next; at least the length
     */
    record Repeating(@Nullable Instant first, Duration length, Duration every) implements Schedule {}

    /**
     * At certain times.
     *
     * @param windows in ascending order, none overlapping
     */
    record Listed(List<Window> windows) implements Schedule {}

    /**
     * One stretch of time.
     *
     * @param startsAt when it opens
     * @param endsAt when it closes
     * @param metadata what differs from the event's own metadata
     */
    record Window(Instant startsAt, Instant endsAt, Map<String, @Nullable Object> metadata) {}
}
