package io.kraty.sdk.internal.identity;

import io.kraty.sdk.internal.transport.HttpClients;

/**
 * Who may change a store: one at a time, for as long as the disk takes. Waiting for it ends when it is free, at an
 * interrupt, or at the end of the SDK; a monitor around the disk would end at neither.
 */
public final class Turns {
    private boolean taken;
    private boolean closed;

    /** Starts with nobody having it. */
    public Turns() {}

    /**
     * Waits for the turn, which lasts until {@link #giveBack}. Also after the end, for what has to be finished, if nobody
     * has it.
     *
     * @throws IllegalStateException if somebody has it at the end
     */
    public void take() throws InterruptedException {
        take(false);
    }

    /** The same; if so {@code surely}, it waits for its turn even after the end. */
    synchronized void take(boolean surely) throws InterruptedException {
        while (taken && (surely || !closed)) {
            wait();
        }
        if (taken) {
            throw HttpClients.tooLate(null);
        }
        taken = true;
    }

    /** Ends the turn. */
    public synchronized void giveBack() {
        taken = false;
        notifyAll();
    }

    /** Lets everybody go who waits. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
