package io.kraty.sdk.internal.schedule;

/** Something that goes on until it is stopped or ends by itself. */
public interface Task {
    /** Begins. {@code whenOver} is told of the end, on some thread. */
    void start(Runnable whenOver);

    /** Ends it, and tells nothing more. Returns what completes it, which may run steps of the game's. */
    Runnable stop();

    /** Another player may be active now. */
    default void playerChanged() {}
}
