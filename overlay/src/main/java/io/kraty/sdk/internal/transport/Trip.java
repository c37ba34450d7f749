package io.kraty.sdk.internal.transport;

import java.net.Socket;
import java.util.function.BooleanSupplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** One request on its way over a {@link Lane}, and whether anything came over that lane since. */
public final class Trip {
    private final Lane lane;
    private final long newest;
    private final BooleanSupplier closed;
    private volatile long signs;
    private volatile boolean connected;
    private volatile boolean sent;
    private volatile boolean inside;
    private volatile @Nullable Socket socket;
    private @Nullable Request visible;
    private volatile long mostContent = Long.MAX_VALUE;

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

    /** What its answer tells of the request: {@code visible}, and not the credentials that it has beside that. For its own thread. */
    void travelsAs(Request visible) {
        this.visible = visible;
    }

    /** What an answer to {@code sent} tells of it. */
    Request visible(Request sent) {
        Request known = visible;
        return known == null ? sent : known;
    }

    /** Reads {@code bytes} of content at most, as they come over the connection: before decompression. */
    void limit(long bytes) {
        mostContent = bytes;
    }

    long mostContent() {
        return mostContent;
    }

    /** It has a connection, over {@code socket}. */
    void connected(@Nullable Socket over) {
        socket = over;
        connected = true;
    }

    /** From here on, the server may hear of it. */
    void send() {
        sent = true;
    }

    boolean isSent() {
        return sent;
    }

    /** What its thread does from here on, it does in OkHttp below the game's interceptors and listeners. */
    void enter() {
        inside = true;
    }

    /** Its thread is back. */
    void leave() {
        inside = false;
    }

    /** Whether its thread is in OkHttp below the game's interceptors and listeners. */
    boolean isInside() {
        return inside;
    }

    /**
     * Closes the connection from below, with all that others have on it, if its thread is stuck there. One that is in the
     * game's code takes nothing from others.
     */
    void abortIfInside() {
        Socket over = socket;
        if (over != null && inside) {
            lane.abort(over);
        }
    }

    /** Something came for it. */
    void hear() {
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
