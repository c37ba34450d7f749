package io.kraty.benchmark.calls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The same request over a socket, and nothing made of the answer: how fast the server and the loopback are. */
final class BareSocket implements AutoCloseable {
    private final byte[] request;
    private final byte[] answer = new byte[64 * 1024];
    private final Socket socket;
    private final int length;

    BareSocket(String url) throws IOException {
        int port = URI.create(url).getPort();
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        request = ("GET /sdk/v1/players/" + Game.PLAYER + "/wallet HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        length = first();
    }

    /** Sends it, and reads as much as came the first time. */
    int call() throws IOException {
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        int filled = 0;
        while (filled < length) {
            int count = in.read(answer, filled, answer.length - filled);
            if (count < 0) {
                throw new IOException("closed");
            }
            filled += count;
        }
        return filled;
    }

    /** How long the answer is: it comes in one piece. */
    private int first() throws IOException {
        socket.getOutputStream().write(request);
        return socket.getInputStream().read(answer);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
