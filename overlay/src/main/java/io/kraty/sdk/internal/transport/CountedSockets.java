package io.kraty.sdk.internal.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that tell the call that reads from them how much came, so that it can bound what never becomes part of an answer's
 * content, such as the sizes of chunks. Over HTTP/2 a thread of the connection reads, and the protocol has bounds of its own.
 */
final class CountedSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
        return new CountedSocket();
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

    private static final class CountedSocket extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
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
