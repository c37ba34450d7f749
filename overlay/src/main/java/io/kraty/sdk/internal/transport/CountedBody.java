package io.kraty.sdk.internal.transport;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** The content of a request, which tells the call that sends it how much went out. */
final class CountedBody extends RequestBody {
    private final RequestBody body;

    private CountedBody(RequestBody body) {
        this.body = body;
    }

    /** The same request, with its content counted. */
    static Request in(Request request) {
        RequestBody body = request.body();
        return body == null
                ? request
                : request.newBuilder()
                        .method(request.method(), new CountedBody(body))
                        .build();
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public boolean isDuplex() {
        return body.isDuplex();
    }

    @Override
    public boolean isOneShot() {
        return body.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        Underway underway = InFlight.current();
        BufferedSink counted = Okio.buffer(new ForwardingSink(sink) {
            @Override
            public void write(Buffer source, long byteCount) throws IOException {
                super.write(source, byteCount);
                if (underway != null) {
                    underway.wrote(byteCount);
                }
            }
        });
        body.writeTo(counted);
        counted.emit(); // and not close(), since what lies below is not ours
    }
}
