package io.kraty.sdk.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to a server on which connections can fall silent: they stay open and carry nothing any more, while new ones work.
 * That is what a phone sees of its old connections when it changes from one network to another.
 */
public final class SilentProxy implements AutoCloseable {
    private static final String NAME = "silent-proxy";

    private final Listening listening = Listening.at("localhost", NAME);
    private final int target;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private volatile int silentUpTo;

    /** Leads to {@code target}, a port on this machine. */
    public SilentProxy(int target) throws IOException {
        this.target = target;
        listening.take(this::lead);
    }

    public String url() {
        return "https://localhost:" + listening.port();
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

    private void lead(Socket near) throws IOException {
        int number = connections.incrementAndGet();
        Socket far = listening.keep(new Socket(InetAddress.getByName("localhost"), target));
        open.incrementAndGet();
        listening.daemon(() -> pass(number, far, near));
        pass(number, near, far);
        open.decrementAndGet();
    }

    /** Leads one connection to {@code target} and never lets it fall silent. */
    public static void join(Socket near, int target) throws IOException {
        Socket far = new Socket(InetAddress.getByName("localhost"), target);
        Listening.daemon(NAME, () -> transfer(near, far));
        Listening.daemon(NAME, () -> transfer(far, near));
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

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
