package io.kraty.sdk.internal.transport;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/** The whole body of an answer, decoded, as bytes. Can be read more than once, by one thread. */
final class Body {
    private static final int BEGINNING = 64 * 1024;

    private final Buffer bytes;

    private Body(Buffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads to the end.
     *
     * @param most how many bytes are read at most, after decompression
     * @throws TooLargeException if there are more; if that is known beforehand, without reading any
     */
    static Body read(Response response, long most) throws IOException {
        ResponseBody body = response.body();
        if (body.contentLength() > most) {
            throw new TooLargeException(body.contentLength() + " bytes, more than the limit of " + most);
        }
        BufferedSource source = body.source();
        if (source.request(most + 1)) {
            throw new TooLargeException("more bytes than the limit of " + most);
        }
        Buffer bytes = new Buffer();
        bytes.writeAll(source);
        return new Body(bytes);
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

    Reader reader() {
        return new InputStreamReader(bytes.clone().inputStream(), StandardCharsets.UTF_8);
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
}
