package io.kraty.sdk.wire;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** A body that goes on when the test says so, and never ends by itself. */
public final class Stalled implements MockResponseBody {
    private static final String OVER = "";
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> parts = new LinkedBlockingQueue<>();

    /** Begins with {@code begun}. */
    public Stalled(String begun) {
        parts.add(begun);
    }

    /** Goes on. */
    public void send(String part) {
        parts.add(part);
    }

    /** Ends it. */
    public void end() {
        parts.add(OVER);
    }

    @Override
    public long getContentLength() {
        return -1;
    }

    @Override
    public void writeTo(BufferedSink out) throws IOException {
        try {
            for (String part = next(); !part.equals(OVER); part = next()) {
                out.writeUtf8(part).flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String next() throws InterruptedException {
        String part = parts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return part == null ? OVER : part;
    }
}
