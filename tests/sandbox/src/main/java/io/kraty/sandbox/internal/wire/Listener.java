package io.kraty.sandbox.internal.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes connections on one port of the loopback interface, or refuses them for a while. */
final class Listener {
    private static final int BACKLOG = 1024;
    private static final long PAUSE_NANOS = 10_000_000;

    private final Consumer<Socket> accepted;
    private final int port;
    private @Nullable ServerSocket listening;
    private @Nullable Thread acceptor;

    // Bound, but not listening: connections are refused, and nobody else can get the port meanwhile. A client that
    // tries again and again could even be given it for itself, and then be connected to itself.
    private @Nullable Socket placeholder;

    Listener(int port, Consumer<Socket> accepted) {
        this.accepted = accepted;
        ServerSocket first = bind(port);
        this.port = first.getLocalPort();
        listening = first;
    }

    int port() {
        return port;
    }

    synchronized boolean isListening() {
        return listening != null;
    }

    /** Connections wait from the moment of binding; from now on they are taken. */
    synchronized void start() {
        ServerSocket server = listening;
        if (server != null && acceptor == null) {
            acceptor = new Thread(() -> accept(server), "kraty-sandbox-accept");
            acceptor.setDaemon(true);
            acceptor.start();
        }
    }

    /** Refuses connections from the moment this returns. */
    synchronized void stop() {
        close();
        if (placeholder == null) {
            placeholder = reserve();
        }
    }

    /** Lets connections wait on the same port again, if they were refused; {@link #start} takes them. */
    synchronized boolean resume() {
        if (listening != null) {
            return false;
        }
        listening = bind(port);
        release();
        return true;
    }

    /** Stops for good, and gives the port back. */
    synchronized void close() {
        ServerSocket server = listening;
        Thread thread = acceptor;
        listening = null;
        acceptor = null;
        closeQuietly(server);
        if (thread != null) {
            join(thread);
        }
        release();
    }

    private void accept(ServerSocket server) {
        while (true) {
            try {
                accepted.accept(server.accept());
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
                // One client's failure, or too many open files: the next one may do better.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** The system goes on listening for as long as a thread is inside of it to accept. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServerSocket bind(int port) {
        try {
            ServerSocket server = new ServerSocket();
            try {
                // Connections of before, and the placeholder, do not stand in the way.
                server.setReuseAddress(true);
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
                return server;
            } catch (IOException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot listen on port " + port, e);
        }
    }

    private @Nullable Socket reserve() {
        Socket socket = new Socket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            // Only a precaution, and not every system lets us take it.
            closeQuietly(socket);
            return null;
        }
    }

    private void release() {
        closeQuietly(placeholder);
        placeholder = null;
    }

    private static void closeQuietly(@Nullable AutoCloseable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (Exception e) {
            // It is of no use any more either way.
        }
    }
}
