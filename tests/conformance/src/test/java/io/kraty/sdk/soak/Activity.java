package io.kraty.sdk.soak;

/** Something that a player does now and then. */
@FunctionalInterface
interface Activity {
    void play(SimulatedPlayer player) throws InterruptedException;
}
