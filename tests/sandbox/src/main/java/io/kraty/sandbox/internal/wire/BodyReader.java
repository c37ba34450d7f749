package io.kraty.sandbox.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the body of one request. Too long a one is read to its end, or near it, and forgotten. */
final class BodyReader {
    private static final int MOST_CHUNK_LINE = 4 << 10;
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{1,15}");

    // A client that gets an answer while it still writes may never look at it. So it may finish, up to here.
    private static final long MOST_TO_FORGET = 16L << 20;

    private final WireInput in;

    BodyReader(WireInput in) {
        this.in = in;
    }

    /** The number that a length or size consists of. */
    static long length(String text, int radix) throws MalformedRequest {
        try {
            if (DIGITS.matcher(text).matches()) {
                return Long.parseLong(text, radix);
            }
        } catch (NumberFormatException e) {
            // Answered below: letters in a decimal number.
        }
        throw new MalformedRequest("a length is not a number");
    }

    /** A body of this many bytes; null if that is too many. */
    @Nullable
    String ofLength(long length) throws IOException {
        if (length > WireServer.MOST_BODY_BYTES) {
            in.skip(Math.min(length, MOST_TO_FORGET));
            return null;
        }
        byte[] body = new byte[(int) length];
        in.read(body, 0, body.length);
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A body that comes in chunks; null if they are too many. */
    @Nullable
    String chunked() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        long total = 0;
        while (true) {
            long size = length(in.line(MOST_CHUNK_LINE, 400).split(";", 2)[0].strip(), 16);
            if (size == 0) {
                trailers();
                return total > WireServer.MOST_BODY_BYTES
                        ? null
                        : new String(body.toByteArray(), StandardCharsets.UTF_8);
            }
            total += size;
            if (total > MOST_TO_FORGET) {
                return null;
            }
            if (total > WireServer.MOST_BODY_BYTES) {
                in.skip(size);
            } else {
                byte[] chunk = new byte[(int) size];
                in.read(chunk, 0, chunk.length);
                body.write(chunk, 0, chunk.length);
            }
            if (!in.line(MOST_CHUNK_LINE, 400).isEmpty()) {
                throw new MalformedRequest("a chunk is longer than its size");
            }
        }
    }

    /** Nothing in them is of interest. */
    private void trailers() throws IOException {
        int left = MOST_CHUNK_LINE;
        String line = in.line(left, 431);
        while (!line.isEmpty()) {
            left -= line.length();
            line = in.line(left, 431);
        }
    }
}
