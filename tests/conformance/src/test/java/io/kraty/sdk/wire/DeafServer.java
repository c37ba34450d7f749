package io.kraty.sdk.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A peer with TLS and HTTP/2 that lets the client send as much as it likes, answers the first request of a connection, and does
 * not read on: whoever writes to it gets stuck sooner or later. Its later connections answer everything.
 */
public final class DeafServer implements AutoCloseable {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int WINDOW_UPDATE = 8;
    private static final int ACK = 1;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final byte[] STATUS_200 = {(byte) 0x88}; // HPACK: the eighth entry of the static table

    private final Listening listening = Listening.at("localhost", "deaf-server");
    private final byte[] answer;
    private final AtomicInteger connections = new AtomicInteger();

    /** Answers with {@code answer}. */
    public DeafServer(String answer) throws IOException {
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
        listening.take(socket -> serve(socket, connections.incrementAndGet() == 1 ? 1 : Integer.MAX_VALUE));
    }

    public String url() {
        return "https://localhost:" + listening.port();
    }

    /** How many connections there were. */
    public int connections() {
        return connections.get();
    }

    private void serve(Socket socket, int most) throws IOException {
        SSLSocket tls = (SSLSocket) TlsServer.serverSockets().createSocket(socket, null, true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        tls.setSSLParameters(parameters);
        tls.setUseClientMode(false);
        listening.keep(tls); // or it would be closed when nobody refers to it any more
        DataInputStream in = new DataInputStream(tls.getInputStream());
        OutputStream out = tls.getOutputStream();
        in.skipNBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
        send(
                out,
                SETTINGS,
                0,
                0,
                ByteBuffer.allocate(6).putShort((short) 4).putInt(1 << 30).array());
        send(out, WINDOW_UPDATE, 0, 0, ByteBuffer.allocate(4).putInt(1 << 30).array());
        for (int answered = 0; answered < most; ) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            in.skipNBytes(length);
            if (type == SETTINGS && (flags & ACK) == 0) {
                send(out, SETTINGS, ACK, 0);
            } else if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
                send(out, HEADERS, END_HEADERS, stream, STATUS_200);
                send(out, DATA, END_STREAM, stream, answer);
                answered++;
            }
        }
    }

    private static void send(OutputStream out, int type, int flags, int stream, byte... content) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + content.length);
        frame.put((byte) (content.length >> 16)).putShort((short) content.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(content);
        out.write(frame.array());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
