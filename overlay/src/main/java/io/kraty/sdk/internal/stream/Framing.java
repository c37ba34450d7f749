package io.kraty.sdk.internal.stream;

import io.kraty.sdk.internal.transport.TooLargeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events in a stream of server-sent events, in one pass over its bytes. Lines end with a line feed, a carriage return, or
 * both; a line that begins with a colon is a heartbeat; an empty one ends an event, and what is not ended so is none. Ids and times to
 * reconnect are not for us. Nothing beyond a limit is kept.
 */
final class Framing {
    private static final int AT_A_TIME = 4096;
    private static final int LARGEST = Integer.MAX_VALUE - 8; // of an array
    private static final byte[] NOTHING = {};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] EVENT = {'e', 'v', 'e', 'n', 't'};
    private static final byte[] DATA = {'d', 'a', 't', 'a'};

    private final BufferedSource stream;
    private final long most;
    private final Runnable beforeMore;

    // What came and is not read yet: from the start of a line.
    private byte[] bytes = NOTHING;
    private int start;
    private int end;
    private boolean begun;
    private boolean afterReturn;

    // Of the event that is being read; what its lines have besides, such as names of fields, counts for the limit as
    // well.
    private long size;
    private String name = "";
    private byte @Nullable [] data;
    private @Nullable ByteArrayOutputStream more;

    // Most events are of the kind of the one before: the same text, which knows its hash.
    private byte[] lastName = {};
    private String lastNameText = "";

    /**
     * Reads from {@code stream}.
     *
     * @param most how many bytes one event may have, or one line of a comment
     * @param beforeMore is done whenever all that came has been read, and the rest may take a while
     */
    Framing(BufferedSource stream, long most, Runnable beforeMore) {
        this.stream = stream;
        this.most = most;
        this.beforeMore = beforeMore;
    }

    /**
     * Reads to the end of the next event that has data, and hands it to {@code reader}; false at the end of the stream.
     *
     * @throws TooLargeException at once, when a line or an event is
     */
    boolean next(Reader reader) throws IOException {
        while (true) {
            int lineEnd = lineEnd();
            if (lineEnd < 0) {
                return false;
            }
            int from = begun ? start : afterMark(lineEnd);
            begun = true;
            afterReturn = bytes[lineEnd] == '\r';
            start = lineEnd + 1;
            if (lineEnd > from) {
                field(from, lineEnd);
            } else if (ended(reader)) {
                return true;
            }
        }
    }

    /** Where the line ends that begins at {@code start}; waits for it. Negative if the stream ends first. */
    private int lineEnd() throws IOException {
        int looked = start;
        while (true) {
            if (afterReturn && start < end) {
                afterReturn = false;
                if (bytes[start] == '\n') { // of the line before
                    start++;
                    looked = start;
                }
            }
            for (int i = looked; i < end; i++) {
                if (bytes[i] == '\n' || bytes[i] == '\r') {
                    check(i - start);
                    return i;
                }
            }
            check(end - start);
            int seen = end - start;
            if (!read()) {
                return -1;
            }
            looked = start + seen;
        }
    }

    private void check(int line) throws TooLargeException {
        boolean isComment = line > 0 && bytes[start] == ':';
        if (line + (isComment ? 0 : size) > most) {
            throw new TooLargeException("an event of more bytes than the limit of " + most);
        }
    }

    /** Reads some more; false at the end. While nothing comes, only what is left over is kept. */
    private boolean read() throws IOException {
        int left = end - start;
        if (left == 0) {
            bytes = NOTHING;
        } else if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, left);
        } else if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(2L * end, LARGEST));
        }
        start = 0;
        end = left;
        beforeMore.run();
        if (stream.exhausted()) {
            return false;
        }
        if (bytes.length == 0) {
            bytes = new byte[AT_A_TIME];
        }
        end += stream.read(bytes, end, bytes.length - end);
        return true;
    }

    private int afterMark(int lineEnd) {
        int length = BYTE_ORDER_MARK.length;
        return lineEnd - start >= length && isAt(start, BYTE_ORDER_MARK) ? start + length : start;
    }

    private void field(int from, int lineEnd) {
        if (bytes[from] == ':') {
            return;
        }
        size += lineEnd - from;
        int colon = from;
        while (colon < lineEnd && bytes[colon] != ':') {
            colon++;
        }
        int value = Math.min(lineEnd, colon + 1);
        if (value < lineEnd && bytes[value] == ' ') {
            value++;
        }
        if (colon - from == DATA.length && isAt(from, DATA)) {
            add(value, lineEnd);
        } else if (colon - from == EVENT.length && isAt(from, EVENT)) {
            if (lineEnd - value != lastName.length || !isAt(value, lastName)) {
                lastName = Arrays.copyOfRange(bytes, value, lineEnd);
                lastNameText = new String(lastName, StandardCharsets.UTF_8);
            }
            name = lastNameText;
        }
    }

    private boolean isAt(int from, byte[] expected) {
        for (int i = 0; i < expected.length; i++) { // Arrays.equals of a part is too new for Android
            if (bytes[from + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private void add(int from, int to) {
        if (data == null) {
            data = Arrays.copyOfRange(bytes, from, to);
            return;
        }
        if (more == null) {
            more = new ByteArrayOutputStream();
            more.write(data, 0, data.length);
        }
        more.write('\n');
        more.write(bytes, from, to - from);
    }

    /** Whether there was an event. */
    private boolean ended(Reader reader) {
        byte[] found = more == null ? data : more.toByteArray();
        String kind = name;
        size = 0;
        name = "";
        data = null;
        more = null;
        if (found == null) {
            return false;
        }
        reader.event(kind, found);
        return true;
    }

    /** Gets events. */
    @FunctionalInterface
    interface Reader {
        /** The next one; {@code name} is empty if it has none. The data is the reader's to keep. */
        void event(String name, byte[] data);
    }
}
