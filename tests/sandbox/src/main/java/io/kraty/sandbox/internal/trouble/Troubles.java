package io.kraty.sandbox.internal.trouble;

import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sandbox.internal.form.Incoming;
import io.kraty.sandbox.internal.form.RequestPattern;
import io.kraty.sandbox.internal.game.base.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The trouble there is, and how often each has been met. */
public final class Troubles {
    private final Seeds seeds;
    private final List<Counted> active = new ArrayList<>();
    private int added;

    // So that a sandbox without trouble pays nothing for it.
    private volatile boolean isQuiet = true;

    private static final class Counted {
        private final Trouble trouble;
        private final RequestPattern pattern;
        private final int number;
        private long matches;

        private Counted(Trouble trouble, int number) {
            this.trouble = trouble;
            this.pattern = RequestPattern.of(trouble.on());
            this.number = number;
        }

        private boolean matches(Incoming request) {
            String player = trouble.player();
            return (player == null || player.equals(request.player())) && pattern.matches(request);
        }
    }

    public Troubles(Seeds seeds) {
        this.seeds = seeds;
    }

    public synchronized void add(List<Trouble> troubles) {
        troubles.forEach(trouble -> active.add(new Counted(trouble, ++added)));
        isQuiet = active.isEmpty();
    }

    public synchronized List<Trouble> all() {
        return active.stream().map(counted -> counted.trouble).toList();
    }

    public synchronized void clear() {
        active.clear();
        isQuiet = true;
    }

    /** Clears, and begins to count anew: trouble that is added again has the same dice again. */
    public synchronized void reset() {
        clear();
        added = 0;
    }

    /** What this request has to go through. Counts it. */
    public Affliction next(Incoming request) {
        return isQuiet ? Affliction.NONE : count(request);
    }

    private synchronized Affliction count(Incoming request) {
        Duration delay = Duration.ZERO;
        for (Counted counted : active) {
            if (!counted.matches(request)) {
                continue;
            }
            long match = counted.matches++;
            SplittableRandom dice = seeds.dice("trouble", Integer.toString(counted.number), Long.toString(match));
            Affliction affliction = Turn.of(counted.trouble, match, dice);
            if (affliction != null) {
                delay = delay.plus(affliction.delay());
                if (!(affliction.effect() instanceof Effect.Pass)) {
                    return new Affliction(affliction.effect(), delay);
                }
            }
        }
        return delay.isZero() ? Affliction.NONE : new Affliction(Effect.pass(), delay);
    }
}
