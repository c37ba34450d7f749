package io.kraty.sdk.wire;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/** Ordinary sockets that remember which threads touched the network through them. */
public final class RecordedSockets extends SocketFactory {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** The threads that connected, read, wrote or closed. */
    public Set<Thread> threads() {
        return Set.copyOf(threads);
    }

    /** Forgets who did so far. */
    public void clear() {
        threads.clear();
    }

    @Override
    public Socket createSocket() {
        return new Recorded();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }

    private void touch() {
        threads.add(Thread.currentThread());
    }

    private final class Recorded extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            touch();
            super.connect(endpoint, timeout);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    touch();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    touch();
                    return super.read(bytes, offset, length);
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int b) throws IOException {
                    touch();
                    super.write(b);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    touch();
                    out.write(bytes, offset, length);
                }
            };
        }

        @Override
        public synchronized void close() throws IOException {
            touch();
            super.close();
        }
    }
}
