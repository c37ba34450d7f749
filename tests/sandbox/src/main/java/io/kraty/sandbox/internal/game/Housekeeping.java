package io.kraty.sandbox.internal.game;

import io.kraty.sandbox.internal.game.base.Settings;
import java.time.Duration;
import java.time.Instant;

/** Forgets from time to time what nobody will ask for any more, so that a sandbox can run for days. */
final class Housekeeping {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Settings settings;
    private final Runnable sweep;
    private Instant next;

    Housekeeping(Settings settings, Runnable sweep) {
        this.settings = settings;
        this.sweep = sweep;
        next = settings.clock().instant().plus(EVERY);
    }

    void advance() {
        Instant now = settings.clock().instant();
        if (!now.isBefore(next)) {
            next = now.plus(EVERY);
            sweep.run();
        }
    }
}
