package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Gate;

/**
 * Sends nothing while the game is paused: each attempt waits until it resumes, but no longer than the whole call may take.
 *
 * @param gate shut while the game is paused
 */
record Pausing(Gate gate) {
    /**
     * Waits if need be.
     *
     * @return whether that was so
     */
    boolean await(Ask ask, Deadline deadline) {
        boolean held = false;
        try {
            while (gate.isShut() && !ask.underway().isCancelled()) {
                held = true;
                if (!ask.underway().await(gate, deadline.left())) {
                    throw ask.notMade(
                            ask + " was not sent: this Kraty is paused, for longer than the totalTimeout", null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ask.notMade(ask + " was interrupted while this Kraty is paused", e);
        }
        return held;
    }
}
