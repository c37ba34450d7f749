package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.concurrent.Gate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Sends nothing while the game is paused: each attempt waits until it resumes, but no longer than the whole call may take. */
record Pausing(Exchange next, Gate gate) implements Exchange {
    @Override
    public Answer send(Ask ask) {
        if (gate.isShut()) {
            await(ask);
        }
        return next.send(ask);
    }

    private void await(Ask ask) {
        Duration most = ask.totalTimeout() == null ? ChronoUnit.FOREVER.getDuration() : ask.totalTimeout();
        try {
            if (!ask.underway().await(gate, most)) {
                throw new KratyNetworkException(
                        ask + " was not sent: this Kraty is paused, for longer than the totalTimeout",
                        ask.attempt(),
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KratyNetworkException(ask + " was interrupted while this Kraty is paused", ask.attempt(), e);
        }
    }
}
