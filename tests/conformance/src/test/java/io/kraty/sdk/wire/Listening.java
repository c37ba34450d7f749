package io.kraty.sdk.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port on this machine: takes connections, each to a daemon thread of its own, until it is closed with all of them. */
final class Listening implements AutoCloseable {
    private final String name;
    private final ServerSocket listening;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** What to do with a connection. */
    @FunctionalInterface
    interface Visit {
        void of(Socket socket) throws IOException;
    }

    private Listening(String name, ServerSocket listening) {
        this.name = name;
        this.listening = listening;
    }

    /** Listens at {@code host}, on threads called {@code name}. Nothing is taken before {@link #take}. */
    static Listening at(String host, String name) throws IOException {
        return new Listening(name, new ServerSocket(0, 100, InetAddress.getByName(host)));
    }

    /** Leads each connection to {@code visit}. */
    void take(Visit visit) {
        daemon(() -> accept(visit));
    }

    private void accept(Visit visit) {
        while (!listening.isClosed()) {
            try {
                Socket socket = keep(listening.accept());
                socket.setTcpNoDelay(true);
                daemon(() -> visit(visit, socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void visit(Visit visit, Socket socket) {
        try {
            visit.of(socket);
        } catch (IOException e) {
            // the client has gone
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Closes {@code socket} in the end. */
    <S extends Socket> S keep(S socket) {
        sockets.add(socket);
        return socket;
    }

    void forget(Socket socket) {
        sockets.remove(socket);
    }

    void daemon(Runnable work) {
        daemon(name, work);
    }

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
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
