package io.kraty.sandbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends what it is told, and shows what really comes back. */
public final class RawSocket implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    /** An answer, as far as it arrived. */
    public record RawReply(int status, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final Socket socket;
    private final InputStream in;

    public RawSocket(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public RawSocket send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The next answer, with a body if its headers say so. */
    public RawReply reply() throws IOException {
        RawReply head = head();
        String length = head.header("Content-Length");
        String body = head.header("Transfer-Encoding").equals("chunked")
                ? chunks()
                : new String(exactly(length.isEmpty() ? 0 : Integer.parseInt(length)), StandardCharsets.UTF_8);
        return new RawReply(head.status, head.headers, body);
    }

    /** The next answer without a look at its body. */
    public RawReply head() throws IOException {
        String start = line();
        assertTrue(start.startsWith("HTTP/1.1 "), start);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
        }
        return new RawReply(Integer.parseInt(start.substring(9, 12)), headers, "");
    }

    /** A line without its end. */
    public String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = read(); next != '\n'; next = read()) {
            if (next < 0) {
                throw new EOFException("the server ended the connection after: " + line);
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    public byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        assertEquals(length, bytes.length, new String(bytes, StandardCharsets.UTF_8));
        return bytes;
    }

    /** Everything up to the end of the connection. */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    public int read() throws IOException {
        return in.read();
    }

    /** Whether nothing has arrived, by what the system knows now. */
    public boolean isQuiet() throws IOException {
        return in.available() == 0;
    }

    /** The connection is ended properly, and nothing comes before that. */
    public void expectEnd() throws IOException {
        assertEquals("", rest());
    }

    /** The connection is broken by a TCP reset, and nothing comes before that. */
    public void expectReset() {
        String message = assertThrows(SocketException.class, this::read).getMessage();
        assertTrue(message.contains("reset"), message);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(new String(exactly(size), StandardCharsets.UTF_8));
            assertEquals("", line());
        }
        assertEquals("", line());
        return body.toString();
    }
}
