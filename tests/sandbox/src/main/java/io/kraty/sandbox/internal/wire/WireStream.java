package io.kraty.sandbox.internal.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answer on a connection that goes on. Not for several writers at once; {@link #reset} may come from anywhere. */
public final class WireStream {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Connection connection;
    private final boolean isChunked;

    WireStream(Connection connection, boolean isChunked) {
        this.connection = connection;
        this.isChunked = isChunked;
    }

    /** Writes, and waits for a reader that is slow. */
    public void send(String text) throws IOException {
        if (text.isEmpty()) {
            return; // a chunk without content would be the last one
        }
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (!isChunked) {
            connection.write(content);
            return;
        }
        byte[] size = (Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] chunk = new byte[size.length + content.length + 2];
        System.arraycopy(size, 0, chunk, 0, size.length);
        System.arraycopy(content, 0, chunk, size.length, content.length);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        connection.write(chunk);
    }

    /** The proper end. */
    public void end() throws IOException {
        if (isChunked) {
            connection.write(LAST_CHUNK);
        }
        connection.close();
    }

    /** Goes away without a proper end, but only after everything that was sent. */
    public void abandon() {
        if (isChunked) {
            connection.close();
        } else {
            connection.reset(); // closing is the proper end here
        }
    }

    /** Breaks the connection at once. */
    public void reset() {
        connection.reset();
    }

    /** Waits until the client goes away, or the connection is over for another reason. */
    public void awaitEnd() {
        connection.awaitEnd();
    }
}
