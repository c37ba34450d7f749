package io.kraty.sandbox.internal.wire;

/** Decides what becomes of requests. Called on the connection's own thread, which may wait as long as it likes. */
@FunctionalInterface
public interface WireHandler {
    /**
     * What becomes of this request.
     *
     * @throws InterruptedException if the server closed meanwhile
     */
    WireOutcome handle(WireRequest request) throws InterruptedException;
}
