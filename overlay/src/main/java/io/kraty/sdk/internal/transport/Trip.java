package io.kraty.sdk.internal.transport;

import java.util.function.BooleanSupplier;
import okhttp3.Request;

/** One request on its way over a {@link Lane}, and whether anything came over that lane since. */
public final class Trip {
    private final Lane lane;
    private final long newest;
    private final BooleanSupplier closed;
    private volatile long signs;
    private volatile boolean connected;

    /**
     * Starts now.
     *
     * @param newest the number of the newest lane there is
     * @param closed whether it must not be sent any more
     */
    Trip(Lane lane, long newest, BooleanSupplier closed) {
        this.lane = lane;
        this.newest = newest;
        this.closed = closed;
        this.signs = lane.signs();
    }

    Lane lane() {
        return lane;
    }

    boolean isTooLate() {
        return closed.getAsBoolean();
    }

    /** The same request, recognizable by its lane. */
    public Request.Builder mark(Request.Builder request) {
        return request.tag(Trip.class, this);
    }

    /** It has a connection. */
    void connected() {
        connected = true;
    }

    /** Something came for it. */
    public void hear() {
        lane.hear();
        signs = lane.signs();
    }

    boolean isConnected() {
        return connected;
    }

    /** Whether nothing came over the lane, for whomever, since this started or last heard something. */
    boolean isSilent() {
        return lane.signs() == signs;
    }

    /** Whether {@code other} is newer than everything there was when this started. */
    boolean isBefore(Lane other) {
        return other.number() > newest;
    }
}
