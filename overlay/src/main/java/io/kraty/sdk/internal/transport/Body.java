package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Durations;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The whole body of an answer, decompressed. Can be read more than once, by one thread, while its call is under way. One of
 * ordinary size is held as text, too, which is made from the bytes once, whoever looks at it and however often; of a large one
 * only the part that is looked at becomes text.
 */
final class Body {
    private static final int AT_A_TIME = 8192;
    private static final int ORDINARY = 64 * 1024;
    private static final byte[] NONE = {};

    private final long size;
    private final byte[] ordinaryBytes;
    private final String ordinary;
    private final Buffer large;
    private final @Nullable Underway underway;
    private final Duration patience;

    private Body(Buffer bytes, @Nullable Underway underway, Duration patience) {
        this.size = bytes.size();
        this.ordinaryBytes = size <= ORDINARY ? bytes.readByteArray() : NONE;
        this.ordinary = new String(ordinaryBytes, StandardCharsets.UTF_8);
        this.large = bytes; // empty by now, if it is not
        this.underway = underway;
        this.patience = patience;
    }

    /**
     * Reads to the end.
     *
     * @param most how many bytes are read at most, after decompression
     * @param patience how long one {@link #reader()} may be read from
     * @throws TooLargeException if there are more; if that is known beforehand, without reading any
     */
    static Body read(Response response, long most, Duration patience) throws IOException {
        ResponseBody body = response.body();
        if (body.contentLength() > most) {
            throw new TooLargeException(body.contentLength() + " bytes, which is more than maxAnswerBytes, " + most);
        }
        Underway underway = InFlight.current();
        BufferedSource source = body.source();
        Buffer bytes = new Buffer();
        while (source.read(bytes, AT_A_TIME) >= 0) {
            if (bytes.size() > most) {
                throw new TooLargeException("more bytes than maxAnswerBytes, " + most);
            }
        }
        return new Body(bytes, underway, patience);
    }

    /** Whether there is nothing but white space. */
    boolean isBlank() {
        return size <= ORDINARY && ordinary.trim().isEmpty();
    }

    boolean contains(String part) {
        if (size <= ORDINARY) {
            return ordinary.contains(part);
        }
        try {
            return large.indexOf(ByteString.encodeUtf8(part)) >= 0;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory do not fail", e);
        }
    }

    /**
     * From the beginning. All is here, and an answer of ordinary size is read whatever happens; but to make sense of a large
     * one can take long, so that ends with an {@link InterruptedIOException} when the thread is interrupted, the call
     * cancelled, or patience at an end.
     */
    Reader reader() {
        if (size <= ORDINARY) {
            return new StringReader(ordinary);
        }
        Timeout limit = new Timeout();
        limit.deadline(Durations.nanos(patience), TimeUnit.NANOSECONDS);
        return new InputStreamReader(
                Okio.buffer(new Watched(large.clone(), underway, limit)).inputStream(), StandardCharsets.UTF_8);
    }

    /** All of it, not to be changed; null if it is large, and has to be read by a {@link #reader()}. */
    byte @Nullable [] ordinaryBytes() {
        return size <= ORDINARY ? ordinaryBytes : null;
    }

    long size() {
        return size;
    }

    /** As much of it as may be worth quoting. */
    String beginning() {
        if (size <= ORDINARY) {
            return ordinary;
        }
        Buffer beginning = new Buffer();
        large.copyTo(beginning, 0, ORDINARY);
        return beginning.readUtf8();
    }

    private static final class Watched extends ForwardingSource {
        private final @Nullable Underway underway;
        private final Timeout limit;
        private long passed;

        private Watched(Buffer bytes, @Nullable Underway underway, Timeout limit) {
            super(bytes);
            this.underway = underway;
            this.limit = limit;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            if (passed >= ORDINARY) {
                if (underway != null && underway.isCancelled()) {
                    throw new InterruptedIOException("cancelled");
                }
                limit.throwIfReached();
            }
            passed += AT_A_TIME;
            return super.read(sink, Math.min(byteCount, AT_A_TIME));
        }
    }
}
