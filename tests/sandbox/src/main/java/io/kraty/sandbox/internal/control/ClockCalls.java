package io.kraty.sandbox.internal.control;

import com.google.gson.JsonElement;
import io.kraty.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;

/** What time it is. */
final class ClockCalls {
    private static final double FASTEST = 1_000_000;

    private final SandboxClock clock;

    ClockCalls(SandboxClock clock) {
        this.clock = clock;
    }

    private record ClockView(Instant now, boolean frozen, double speed) {}

    JsonElement get() {
        return Views.json(new ClockView(clock.instant(), clock.isFrozen(), clock.speed()));
    }

    /** All or nothing: what is wrong is found before anything is set. */
    JsonElement set(Input input) {
        input.only("now", "frozen", "speed");
        Instant now = input.moment("now");
        Boolean frozen = input.flag("frozen");
        Double speed = input.positive("speed", FASTEST);
        if (now != null) {
            move(input, now, Boolean.TRUE.equals(frozen));
        }
        if (speed != null) {
            clock.speed(speed);
        }
        if (frozen != null && frozen) {
            clock.freeze();
        } else if (frozen != null) {
            clock.resume();
        }
        return get();
    }

    JsonElement advance(Input input) {
        input.only("by");
        Duration by = input.duration("by");
        try {
            clock.advance(by);
        } catch (IllegalArgumentException e) {
            throw input.body().invalid("by", "must not go beyond the year 9999, was " + by);
        }
        return get();
    }

    private void move(Input input, Instant to, boolean freeze) {
        try {
            if (freeze) {
                clock.freezeAt(to);
            } else {
                clock.advanceTo(to);
            }
        } catch (IllegalArgumentException e) {
            throw input.body()
                    .invalid(
                            "now",
                            "must be from the sandbox's " + clock.instant() + " to the end of the year 9999, was "
                                    + to);
        }
    }
}
