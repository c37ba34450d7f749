package io.kraty.sdk.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/** Sockets that never get through, as behind a firewall that answers nothing; closing one does not wake it either. */
public final class StuckSockets extends SocketFactory implements AutoCloseable {
    private final CountDownLatch connecting = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    private final AtomicInteger stuck;

    /** All of them. */
    public StuckSockets() {
        this(Integer.MAX_VALUE);
    }

    private StuckSockets(int stuck) {
        this.stuck = new AtomicInteger(stuck);
    }

    /** The sockets of the first look at a name; later ones are ordinary. */
    public static StuckSockets atFirst() {
        return new StuckSockets(1);
    }

    /** Opens when somebody tries to connect. */
    public CountDownLatch connecting() {
        return connecting;
    }

    /** Waits until somebody tries to connect. */
    public void awaitConnecting() throws InterruptedException {
        if (!connecting.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody connects");
        }
    }

    @Override
    public Socket createSocket() {
        return stuck.getAndDecrement() > 0 ? new Stuck() : new Socket();
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

    /** Lets everybody go who is stuck. */
    @Override
    public void close() {
        over.countDown();
    }

    private final class Stuck extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            connecting.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new SocketException("never got through");
        }
    }
}
