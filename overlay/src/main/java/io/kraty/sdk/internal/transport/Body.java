package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Durations;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.Reader;
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

/** The whole body of an answer, decoded, as bytes. Can be read more than once, by one thread, while its call is under way. */
final class Body {
    private static final int AT_A_TIME = 8192;
    private static final int ORDINARY = 64 * 1024;
    private static final int BEGINNING = 64 * 1024;

    private final Buffer bytes;
    private final @Nullable Underway underway;
    private final Duration patience;

    private Body(Buffer bytes, @Nullable Underway underway, Duration patience) {
        this.bytes = bytes;
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
        return bytes.size() <= BEGINNING && beginning().trim().isEmpty();
    }

    boolean contains(ByteString part) {
        return indexOf(part) >= 0;
    }

    private long indexOf(ByteString part) {
        try {
            return bytes.indexOf(part);
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
        Timeout limit = new Timeout();
        limit.deadline(Durations.nanos(patience), TimeUnit.NANOSECONDS);
        return new InputStreamReader(
                Okio.buffer(new Watched(bytes.clone(), underway, limit)).inputStream(), StandardCharsets.UTF_8);
    }

    long size() {
        return bytes.size();
    }

    /** As much of it as may be worth quoting. */
    String beginning() {
        Buffer beginning = new Buffer();
        bytes.copyTo(beginning, 0, Math.min(bytes.size(), BEGINNING));
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
