package io.kraty.sdk.crash;

/** What a game is doing all the time, until it is killed. */
enum Kind {
    /** Launches, switches players, logs out, rotates. */
    SWITCHING,
    /** The same player in each launch, whom the game named; rotates. */
    NAMED,
    /** Launches for the first time. */
    FIRST,
    /** Launches for the first time, with an id. */
    FIRST_NAMED,
    /** Spends, by the outbox. */
    OUTBOX;

    /** Of the so-manieth game. */
    static Kind of(int game) {
        return values()[game % values().length];
    }

    /** Whether it begins anew after each kill, since there is only one first time. */
    boolean isFirst() {
        return this == FIRST || this == FIRST_NAMED;
    }

    boolean isNamed() {
        return this == NAMED || this == FIRST_NAMED;
    }
}
