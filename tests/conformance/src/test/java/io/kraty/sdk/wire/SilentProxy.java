package io.kraty.sdk.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to a server on which connections can fall silent: they stay open and carry nothing any more, while new ones work.
 * That is what a phone sees of its old connections when it changes from one network to another.
 */
public final class SilentProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 100, InetAddress.getByName("localhost"));
    private final int target;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int silentUpTo;

    /** Leads to {@code target}, a port on this machine. */
    public SilentProxy(int target) throws IOException {
        this.target = target;
        daemon(this::accept);
    }

    public String url() {
        return "https://localhost:" + listening.getLocalPort();
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    /** How many connections the client has not closed. */
    public int open() {
        return open.get();
    }

    /** Lets all connections of now fall silent. */
    public void silence() {
        silentUpTo = connections.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                int number = connections.incrementAndGet();
                Socket far = new Socket(InetAddress.getByName("localhost"), target);
                sockets.add(near);
                sockets.add(far);
                open.incrementAndGet();
                daemon(() -> {
                    pass(number, near, far);
                    open.decrementAndGet();
                });
                daemon(() -> pass(number, far, near));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    /** Leads one connection to {@code target} and never lets it fall silent. */
    public static void join(Socket near, int target) throws IOException {
        Socket far = new Socket(InetAddress.getByName("localhost"), target);
        daemon(() -> transfer(near, far));
        daemon(() -> transfer(far, near));
    }

    private static void transfer(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of both is gone
        }
    }

    private void pass(int number, Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                if (number > silentUpTo) {
                    out.write(bytes, 0, length);
                }
            }
            if (number > silentUpTo) {
                to.close();
            }
        } catch (IOException e) {
            // one of both is gone
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "silent-proxy");
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
