package io.kraty.sdk.internal.stream;

import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.schedule.Schedule;

/** With what something is followed: its streams, its reads, and where listeners are called. */
public record FollowingMeans(EventStreams streams, Schedule schedule, Callbacks callbacks) {
    /** By the clock that never goes back, in nanoseconds. */
    long now() {
        return schedule.timing().nanoTime();
    }
}
