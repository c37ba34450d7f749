package io.kraty.sandbox.internal.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One client's connection: takes requests off it, one after the other, and does with it what the handler wants. */
final class Connection implements Runnable {
    private static final Logger LOG = Logger.getLogger("io.kraty.sandbox");
    private static final int IDLE_MILLIS = 30_000;
    private static final int LINGER_MILLIS = 1_000;
    private static final int MOST_TO_LINGER_FOR = 4 << 20;

    private final Socket socket;
    private final WireServer server;
    private volatile boolean isIdle = true;
    private boolean isStream;

    Connection(Socket socket, WireServer server) {
        this.socket = socket;
        this.server = server;
    }

    @Override
    public void run() {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            serve(new WireInput(socket.getInputStream()));
        } catch (IOException e) {
            // The client is gone, or was silent for too long.
        } catch (InterruptedException e) {
            // The server is closing.
            reset();
        } finally {
            if (!isStream) {
                close();
            }
        }
    }

    private void serve(WireInput in) throws IOException, InterruptedException {
        RequestReader requests = new RequestReader(in, socket.getOutputStream());
        boolean goesOn = true;
        // Looked at after isIdle is set: a server that begins to refuse connections meanwhile misses none.
        while (goesOn && server.isListening() && requests.await()) {
            isIdle = false;
            try {
                WireRequest request = requests.read();
                goesOn = answer(request, handle(request));
                if (request.isOversize()) {
                    linger(in);
                }
            } catch (MalformedRequest e) {
                refuse(e);
                linger(in);
                return;
            }
            isIdle = goesOn;
        }
    }

    private WireOutcome handle(WireRequest request) throws InterruptedException {
        try {
            return server.handler(request.path()).handle(request);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The sandbox failed to answer", e);
            return new WireResponse(500, Map.of("Content-Type", "text/plain"), "The sandbox failed: " + e + "\n");
        }
    }

    /** Whether another request may follow. */
    private boolean answer(WireRequest request, WireOutcome outcome) throws IOException {
        if (outcome instanceof WireResponse response) {
            // A server that refuses connections has no use for old ones either, once they have their answer.
            boolean keepAlive = request.keepsAlive() && server.isListening();
            write(response.bytes(request, 1, keepAlive));
            return keepAlive;
        }
        if (outcome instanceof WireOutcome.Partial partial) {
            write(partial.response().bytes(request, partial.share(), true));
            if (partial.hangs()) {
                awaitEnd();
            }
        } else if (outcome instanceof WireOutcome.Streaming streaming) {
            stream(request, streaming);
        } else if (outcome instanceof WireOutcome.Reset reset) {
            if (!reset.refusing().isZero()) {
                server.refuse(reset.refusing()); // first, for a client that connects again at once
            }
            reset();
        }
        return false;
    }

    private void stream(WireRequest request, WireOutcome.Streaming streaming) throws IOException {
        boolean isChunked = request.minor() == 1;
        ResponseHead head = new ResponseHead(200).headers(streaming.headers()).header("Connection", "close");
        write((isChunked ? head.header("Transfer-Encoding", "chunked") : head).bytes());
        isStream = true;
        try {
            streaming.opened().accept(new WireStream(this, isChunked));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The sandbox failed to begin a stream", e);
            reset();
        }
    }

    private void refuse(MalformedRequest problem) throws IOException {
        WireRequest nothing = new WireRequest("", "", Map.of(), "", false, 1);
        write(new WireResponse(problem.status(), Map.of("Content-Type", "text/plain"), problem.getMessage() + "\n")
                .bytes(nothing, 1, false));
    }

    /** Closing with something unread makes it a reset, which may overtake the answer. */
    private void linger(WireInput in) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(LINGER_MILLIS);
        in.drain(MOST_TO_LINGER_FOR);
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Reads without answering until the client goes away, or this is closed from elsewhere. */
    void awaitEnd() {
        try {
            socket.setSoTimeout(0);
            new WireInput(socket.getInputStream()).drain(Long.MAX_VALUE);
        } catch (IOException e) {
            // That is an end as well.
        }
        close();
    }

    /** Lets go of a connection that is between two requests. */
    void closeIfIdle() {
        if (isIdle) {
            close();
        }
    }

    /** Breaks the connection: the client gets a TCP reset, and whatever was not delivered yet is lost. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        close();
    }

    void close() {
        server.forget(this);
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more can be done, and nothing depends on it.
        }
    }
}
