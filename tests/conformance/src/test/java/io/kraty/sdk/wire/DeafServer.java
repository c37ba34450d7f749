package io.kraty.sdk.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final ServerSocket listening;
    private final byte[] answer;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** Answers with {@code answer}. */
    public DeafServer(String answer) throws IOException {
        this.listening = new ServerSocket(0, 10, InetAddress.getByName("localhost"));
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
        daemon(this::accept);
    }

    public String url() {
        return "https://localhost:" + listening.getLocalPort();
    }

    /** How many connections there were. */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                sockets.add(socket);
                int most = connections.incrementAndGet() == 1 ? 1 : Integer.MAX_VALUE;
                daemon(() -> serve(socket, most));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket, int most) {
        try {
            SSLSocket tls = (SSLSocket) TlsServer.serverSockets().createSocket(socket, null, true);
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            tls.setSSLParameters(parameters);
            tls.setUseClientMode(false);
            sockets.add(tls); // or it would be closed when nobody refers to it any more
            DataInputStream in = new DataInputStream(tls.getInputStream());
            OutputStream out = tls.getOutputStream();
            in.skipNBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
            send(
                    out,
                    SETTINGS,
                    0,
                    0,
                    ByteBuffer.allocate(6).putShort((short) 4).putInt(1 << 30).array());
            send(
                    out,
                    WINDOW_UPDATE,
                    0,
                    0,
                    ByteBuffer.allocate(4).putInt(1 << 30).array());
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
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static void send(OutputStream out, int type, int flags, int stream, byte... content) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + content.length);
        frame.put((byte) (content.length >> 16)).putShort((short) content.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(content);
        out.write(frame.array());
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "deaf-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
