package io.kraty.sdk.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server that begins TLS with every client, for those that must not want to come in. */
public final class TlsDoor implements AutoCloseable {
    private final ServerSocket listening;

    /**
     * Opens.
     *
     * @param certificate what it shows
     * @param protocol the only version of TLS it speaks
     */
    public TlsDoor(HeldCertificate certificate, String protocol) throws IOException {
        SSLServerSocket socket = (SSLServerSocket) new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("localhost"));
        socket.setEnabledProtocols(new String[] {protocol});
        listening = socket;
        Listening.daemon("tls-door", this::accept);
    }

    public String url() {
        return "https://localhost:" + listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Listening.daemon("tls-door", () -> shake((SSLSocket) socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void shake(SSLSocket socket) {
        try (socket) {
            socket.startHandshake();
            socket.getInputStream().read();
        } catch (IOException e) {
            // as the client wanted
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
