package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.log.Log;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import javax.net.SocketFactory;

/**
 * Sockets that tell the call that reads from them how much came, so that it can bound what never becomes part of an answer's
 * content, such as the sizes of chunks. Over HTTP/2 a thread of the connection reads, and each block of headers has a bound
 * of its own. They can be closed from below, also where TLS or HTTP/2 are stuck in writing.
 */
final class CountedSockets extends SocketFactory {
    private static final Log LOG = Log.of("transport");

    private final Set<CountedSocket> open = ConcurrentHashMap.newKeySet();

    @Override
    public Socket createSocket() {
        CountedSocket socket = new CountedSocket();
        open.add(socket);
        return socket;
    }

    /** Closes the one that {@code layered}, perhaps with TLS above it, goes over. Does not wait for anybody. */
    void abort(Socket layered) {
        for (CountedSocket socket : open) {
            if (socket.getLocalPort() == layered.getLocalPort() && socket.getPort() == layered.getPort()) {
                socket.abort();
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connecting();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connecting();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connecting();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw connecting();
    }

    private static UnsupportedOperationException connecting() {
        return new UnsupportedOperationException("OkHttp connects its sockets by itself");
    }

    private final class CountedSocket extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }

        @Override
        public synchronized void close() throws IOException {
            open.remove(this);
            super.close();
        }

        private void abort() {
            try {
                close();
            } catch (IOException e) {
                LOG.get().log(Level.FINE, "a socket did not close", e); // it is of no use in any case
            }
        }
    }

    private static final class CountedStream extends FilterInputStream {
        private CountedStream(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            count(count);
            return count;
        }

        private static void count(int bytes) throws TooLargeException {
            Underway underway = InFlight.current();
            if (underway != null) {
                underway.came(bytes);
            }
        }
    }
}
