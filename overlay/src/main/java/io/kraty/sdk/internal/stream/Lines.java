package io.kraty.sdk.internal.stream;

import io.kraty.sdk.internal.transport.TooLargeException;
import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/**
 * An event stream as okhttp-sse reads it: without a byte order mark, all lines ended by a line feed (the format allows a
 * carriage return, or both), and no line or event beyond a limit.
 */
final class Lines extends ForwardingSource {
    private static final int AT_A_TIME = 8192;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final long most;
    private final Runnable beforeMore;
    private final Buffer raw = new Buffer();
    private boolean begun;
    private boolean afterReturn;
    private boolean comment;
    private long line;
    private long event;

    /**
     * Reads from {@code stream}.
     *
     * @param most how many bytes one event may have, or one line of a comment
     * @param beforeMore is done whenever all that came has been read, and the rest may take a while
     */
    Lines(Source stream, long most, Runnable beforeMore) {
        super(stream);
        this.most = most;
        this.beforeMore = beforeMore;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        beforeMore.run();
        long before = sink.size();
        while (sink.size() == before) {
            if (super.read(raw, Math.min(byteCount, AT_A_TIME)) < 0) {
                return -1;
            }
            if (begun || begin()) {
                pass(sink);
            }
        }
        return sink.size() - before;
    }

    /** Skips the mark; false while what came may become one. */
    private boolean begin() {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i >= raw.size()) {
                return false;
            }
            if (raw.getByte(i) != BYTE_ORDER_MARK[i]) {
                begun = true;
                return true;
            }
        }
        skip(BYTE_ORDER_MARK.length);
        begun = true;
        return true;
    }

    private void pass(Buffer sink) throws IOException {
        while (!raw.exhausted()) {
            if (afterReturn) {
                afterReturn = false;
                if (raw.getByte(0) == '\n') {
                    skip(1);
                    continue;
                }
            }
            long end = raw.indexOf((byte) '\r');
            long plain = end < 0 ? raw.size() : end;
            count(plain);
            sink.write(raw, plain);
            if (end >= 0) {
                skip(1);
                sink.writeByte('\n');
                endLine();
                afterReturn = true;
            }
        }
    }

    /** Counts the first {@code length} bytes, which hold no carriage return. */
    private void count(long length) throws IOException {
        long from = 0;
        while (from < length) {
            if (line == 0) {
                comment = raw.getByte(from) == ':';
            }
            long end = raw.indexOf((byte) '\n', from, length);
            line += (end < 0 ? length : end) - from;
            if (line + (comment ? 0 : event) > most) {
                throw new TooLargeException("an event of more bytes than the limit of " + most);
            }
            if (end < 0) {
                return;
            }
            endLine();
            from = end + 1;
        }
    }

    private void endLine() {
        event = line == 0 ? 0 : comment ? event : event + line;
        line = 0;
    }

    private void skip(long bytes) {
        try {
            raw.skip(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory do not fail", e);
        }
    }
}
