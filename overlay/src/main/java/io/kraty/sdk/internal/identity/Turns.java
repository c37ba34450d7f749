package io.kraty.sdk.internal.identity;

import io.kraty.sdk.internal.transport.HttpClients;

/**
 * Who may change the store: one at a time, for as long as the disk takes. Waiting for it ends when it is free, at an
 * interrupt, or at the end of the SDK; a monitor around the disk would end at neither.
 */
final class Turns {
    private boolean taken;
    private boolean closed;

    /**
     * Waits for the turn, which lasts until {@link #giveBack}. Also after the end, for what has to be finished, if nobody
     * has it.
     *
     * @throws IllegalStateException if somebody has it at the end
     */
    synchronized void take() throws InterruptedException {
        while (taken && !closed) {
            wait();
        }
        if (taken) {
            throw HttpClients.tooLate(null);
        }
        taken = true;
    }

    synchronized void giveBack() {
        taken = false;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
