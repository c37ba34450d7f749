package io.kraty.benchmark.speed;

import java.util.List;

/**
 * How fast something has to be.
 *
 * @param work the payload
 * @param peer what it is compared with, as the benchmarks call it
 * @param time the largest ratio of time
 * @param allocation the largest ratio of allocated bytes
 */
record Goal(String work, String peer, double time, double allocation) {
    static final List<Goal> ALL = List.of(
            new Goal("BOARD", "byHand", 1.10, 1.10),
            new Goal("LISTING", "byHand", 1.10, 1.10),
            new Goal("RANGES", "byHand", 1.10, 1.10),
            new Goal("GRANTS", "byHand", 1.10, 1.10),
            new Goal("FRIENDS", "byHand", 1.10, 1.10),
            new Goal("BOARD", "gson", 0.93, 1.0),
            new Goal("LISTING", "gson", 0.85, 0.8),
            new Goal("RANGES", "gson", 0.85, 0.8),
            new Goal("GRANTS", "gson", 0.60, 0.5),
            new Goal("FRIENDS", "gson", 0.42, 0.4),
            new Goal("PROGRESS", "gson", 1.0, 0.95));

    double of(Figures.Of what) {
        return what == Figures.Of.TIME ? time : allocation;
    }

    String peerInWords() {
        return peer.equals("byHand") ? "by hand" : "plain Gson";
    }
}
