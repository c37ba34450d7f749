package io.kraty.sandbox.internal.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes requests of what arrives (RFC 9112). Strict where guessing could make two requests of one, or one of two. */
final class RequestReader {
    private static final int MOST_LINE = 16 << 10;
    private static final int MOST_HEADERS = 16 << 10;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern START = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([!-~]+) HTTP/1\\.([01])");
    private static final Pattern ABSOLUTE = Pattern.compile("https?://[^/?#]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\\x00-\\x08\\x0a-\\x1f\\x7f]*)");

    // Two different ones would leave it open where the request ends, or whom it is for.
    private static final Set<String> ONCE = Set.of("content-length", "transfer-encoding", "host");

    private final WireInput in;
    private final OutputStream out;

    RequestReader(WireInput in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Waits for the next request, until its first byte is there; false if there will be none. */
    boolean await() throws IOException {
        return in.await();
    }

    WireRequest read() throws IOException {
        Matcher start = start();
        int minor = start.group(3).equals("1") ? 1 : 0;
        Map<String, String> headers = headers();
        if (minor == 1 && !headers.containsKey("Host")) {
            throw new MalformedRequest("the header Host is missing");
        }
        String body = body(headers, minor);
        return new WireRequest(
                start.group(1), target(start.group(2)), headers, body == null ? "" : body, body == null, minor);
    }

    private Matcher start() throws IOException {
        String line = in.line(MOST_LINE, 414);
        // RFC 9112, 2.2: some clients send one empty line too many after a body.
        Matcher start = START.matcher(line.isEmpty() ? in.line(MOST_LINE, 414) : line);
        if (!start.matches()) {
            throw new MalformedRequest("the first line is not a method, a target and HTTP/1.1");
        }
        return start;
    }

    private static String target(String sent) throws MalformedRequest {
        Matcher origin = ABSOLUTE.matcher(sent);
        String target = origin.lookingAt() ? sent.substring(origin.end()) : sent;
        if (origin.lookingAt() && !target.startsWith("/")) {
            target = "/" + target;
        }
        if (!target.startsWith("/") && !target.equals("*")) {
            throw new MalformedRequest("the target is not a path");
        }
        return target;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int left = MOST_HEADERS;
        while (true) {
            String line = in.line(left, 431);
            if (line.isEmpty()) {
                return headers;
            }
            left -= line.length();
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new MalformedRequest("a header line is not a name, a colon and a value");
            }
            String name = header.group(1);
            String other = headers.putIfAbsent(name, header.group(2).stripTrailing());
            if (other != null && ONCE.stream().anyMatch(name::equalsIgnoreCase)) {
                throw new MalformedRequest("the header " + name + " is there twice");
            }
        }
    }

    /** The body; empty if there is none, null if there is too much of it. */
    private @Nullable String body(Map<String, String> headers, int minor) throws IOException {
        String coding = headers.get("Transfer-Encoding");
        String length = headers.get("Content-Length");
        if (coding != null && length != null) {
            throw new MalformedRequest("both Content-Length and Transfer-Encoding are there");
        }
        if (coding != null && !coding.equalsIgnoreCase("chunked")) {
            throw new MalformedRequest(501, "only the transfer coding chunked is known");
        }
        BodyReader body = new BodyReader(in);
        if (coding != null) {
            invite(headers, minor);
            return body.chunked();
        }
        long bytes = length == null ? 0 : BodyReader.length(length, 10);
        if (bytes > 0) {
            invite(headers, minor);
        }
        return body.ofLength(bytes);
    }

    private void invite(Map<String, String> headers, int minor) throws IOException {
        String expected = headers.get("Expect");
        if (expected == null || minor == 0) {
            return;
        }
        if (!expected.equalsIgnoreCase("100-continue")) {
            throw new MalformedRequest(417, "only 100-continue can be expected");
        }
        out.write(CONTINUE);
    }
}
