package io.kraty.sdk.internal.transport;

import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/**
 * The content of an answer as it comes over the connection, whoever reads it: the SDK, or an interceptor of the game's before
 * it. Compressed content has a limit too, since there are formats that make nothing of any amount.
 */
final class Content extends ForwardingSource {
    private static final int SLACK = 64 * 1024;

    private final Trip trip;
    private long left;

    private Content(ResponseBody body, Trip trip) {
        super(body.source());
        this.trip = trip;
        this.left = trip.mostContent() > Long.MAX_VALUE - SLACK ? Long.MAX_VALUE : trip.mostContent() + SLACK;
    }

    /** The same answer, with its content watched. */
    static Response of(Response response, Trip trip) {
        ResponseBody body = response.body();
        return response.newBuilder()
                .request(trip.visible(response.request())) // here, since the answer is copied in any case
                .body(ResponseBody.create(
                        Okio.buffer(new Content(body, trip)), body.contentType(), body.contentLength()))
                .build();
    }

    private long receive(Buffer sink, long byteCount) throws IOException {
        trip.enter();
        try {
            return super.read(sink, byteCount);
        } finally {
            trip.leave();
        }
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long count = receive(sink, byteCount);
        if (count > 0) {
            trip.hear();
            Lane.heard(count);
            left -= count;
            if (left < 0) {
                throw new TooLargeException("more compressed bytes than maxAnswerBytes, " + trip.mostContent());
            }
        }
        return count;
    }

    /** Over HTTP/2 this may write: that the rest is not wanted. */
    @Override
    public void close() throws IOException {
        trip.enter();
        try {
            super.close();
        } finally {
            trip.leave();
        }
    }
}
