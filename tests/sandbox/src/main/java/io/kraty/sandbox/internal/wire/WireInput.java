package io.kraty.sandbox.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a client sends, read in large pieces and given out in lines and blocks. */
final class WireInput {
    private final InputStream in;
    private final byte[] buffer = new byte[8 << 10];
    private int position;
    private int limit;

    WireInput(InputStream in) {
        this.in = in;
    }

    /** Waits for the next byte, without taking it; false if there will be none. */
    boolean await() throws IOException {
        return position < limit || fill();
    }

    /**
     * A line without its end, which is CRLF or LF.
     *
     * @param most how many bytes it may have
     * @param status what to answer if it has more
     */
    String line(int most, int status) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            line.append(new String(buffer, start, position - start, StandardCharsets.ISO_8859_1));
            if (line.length() > most) {
                throw new MalformedRequest(status, "more than " + most + " bytes");
            }
            if (position < limit) {
                position++;
                return withoutReturn(line);
            }
            require();
        }
    }

    /** The next {@code length} bytes. */
    void read(byte[] target, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            require();
            int step = Math.min(length - done, limit - position);
            System.arraycopy(buffer, position, target, offset + done, step);
            position += step;
            done += step;
        }
    }

    void skip(long length) throws IOException {
        long left = length;
        while (left > 0) {
            require();
            int step = (int) Math.min(left, limit - position);
            position += step;
            left -= step;
        }
    }

    /** Reads until the client is gone, or at most so many bytes. */
    void drain(long most) throws IOException {
        long left = most;
        while (left > 0 && await()) {
            left -= limit - position;
            position = limit;
        }
    }

    private void require() throws IOException {
        if (!await()) {
            throw new EOFException("the client went away in the middle of a request");
        }
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(read, 0);
        return read > 0;
    }

    private static String withoutReturn(StringBuilder line) {
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }
}
