package io.kraty.sandbox.internal.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer in full.
 *
 * @param status the HTTP status
 * @param headers its headers, without those about the connection and the length
 * @param body the body; empty for none
 */
public record WireResponse(int status, Map<String, String> headers, String body) implements WireOutcome {
    /** The first {@code share} of the answer to this request; the headers are always complete. */
    byte[] bytes(WireRequest request, double share, boolean keepAlive) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        ResponseHead head = new ResponseHead(status).headers(headers);
        if (status >= 200 && status != 204 && status != 304) {
            head.header("Content-Length", Integer.toString(content.length));
        }
        if (!keepAlive) {
            head.header("Connection", "close");
        } else if (request.minor() == 0) {
            head.header("Connection", "keep-alive");
        }
        byte[] start = head.bytes();
        // One array, so that it is one write and, if small, one packet.
        ByteArrayOutputStream all = new ByteArrayOutputStream(start.length + content.length);
        all.write(start, 0, start.length);
        if (!request.isHead() && status != 204 && status != 304) {
            all.write(content, 0, (int) (content.length * share));
        }
        return all.toByteArray();
    }
}
