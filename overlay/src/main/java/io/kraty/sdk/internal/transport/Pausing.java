package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.concurrent.Gate;

/**
 * Sends nothing while the game is paused: each attempt waits until it resumes, but no longer than the whole call may take.
 *
 * @param gate shut while the game is paused
 */
record Pausing(Gate gate) {
    /** Waits if need be. */
    void await(Ask ask, int attempt, Deadline deadline) {
        try {
            while (gate.isShut() && !ask.underway().isCancelled()) {
                if (!ask.underway().await(gate, deadline.left())) {
                    throw new KratyNetworkException(
                            ask + " was not sent: this Kraty is paused, for longer than the totalTimeout",
                            attempt,
                            null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KratyNetworkException(ask + " was interrupted while this Kraty is paused", attempt, e);
        }
    }
}
