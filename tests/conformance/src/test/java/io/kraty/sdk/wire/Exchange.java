package io.kraty.sdk.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** One request and the socket its answer goes to, byte by byte if the test wants. */
public final class Exchange {
    private final Socket socket;
    private final Received request;
    private final CountDownLatch finished = new CountDownLatch(1);

    Exchange(Socket socket, Received request) {
        this.socket = socket;
        this.request = request;
    }

    public Received request() {
        return request;
    }

    /** A whole answer of JSON. */
    public void json(int status, String body) throws IOException {
        answer(status, "application/json", body);
    }

    /** A whole answer of JSON on a connection that stays open for more. */
    public void jsonAndStay(int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " Test\r\nContent-Type: application/json\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        send(head.getBytes(StandardCharsets.UTF_8));
        send(bytes);
    }

    /** A whole answer. Each of {@code headers} is a line. */
    public void answer(int status, String contentType, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(
                "HTTP/1.1 " + status + " Test\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n");
        if (contentType != null) {
            head.append("Content-Type: ").append(contentType).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        send(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        send(bytes);
        drop();
    }

    /** An error as the platform words it. */
    public void error(int status, String code) throws IOException {
        json(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}");
    }

    /** Begins an event stream. */
    public Exchange events() throws IOException {
        String head = String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "Content-Type: text/event-stream",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                "");
        send(head.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sends one chunk. */
    public Exchange chunk(String text) throws IOException {
        return chunk(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends one chunk. */
    public Exchange chunk(byte[] bytes) throws IOException {
        send((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        send(bytes);
        send("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Ends the stream properly, as HTTP sees it. */
    public void endChunks() throws IOException {
        send("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        drop();
    }

    /** Closes the connection. */
    public void drop() throws IOException {
        socket.close();
        finished.countDown();
    }

    /** Waits until the client has gone. */
    public boolean awaitDisconnect() {
        try {
            socket.setSoTimeout(60_000);
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return !(e instanceof java.net.SocketTimeoutException);
        }
    }

    /** Sends bytes as they are. */
    public Exchange raw(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sends bytes as they are. */
    public Exchange raw(byte[] bytes) throws IOException {
        send(bytes);
        return this;
    }

    /** Sends {@code text} again and again until the client has gone. */
    public void flood(String text) throws IOException {
        flood(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends {@code bytes} again and again, many at a time, until the client has gone. */
    public void flood(byte[] bytes) throws IOException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        while (many.size() < 5000) {
            many.writeBytes(bytes);
        }
        while (true) {
            send(many.toByteArray());
        }
    }

    /** Sends {@code text} compressed, again and again until the client has gone. */
    public void floodCompressed(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (GZIPOutputStream out = new GZIPOutputStream(socket.getOutputStream(), 512, true)) {
            while (true) {
                out.write(bytes);
            }
        }
    }

    private void send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Keeps the connection for a test that answers on a thread of its own. */
    void awaitFinished() throws InterruptedException {
        if (!finished.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("a request was never answered");
        }
    }
}
