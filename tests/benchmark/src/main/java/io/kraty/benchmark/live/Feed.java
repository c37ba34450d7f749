package io.kraty.benchmark.live;

import io.kraty.benchmark.report.Beside;
import io.kraty.benchmark.speed.Payload;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A server that knows one thing and costs next to nothing. What a board's stream is like, its id says: {@code burst-N} has N
 * updates as fast as they are read, {@code paced-N} has N of them, a thousand a second, and then both are closed; any other has
 * heartbeats. What is not a stream is a board, or an empty list.
 */
public final class Feed implements AutoCloseable {
    private static final int AT_A_TIME = 64;
    private static final int HEARTBEAT_SECONDS = 15;
    private static final byte[] HEARTBEAT = chunk(": heartbeat\n\n");
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: ";

    private final ServerSocket socket = new ServerSocket(0, 2048, InetAddress.getLoopbackAddress());
    private final IntConsumer sending;
    private final byte[] board = answer(Payload.BOARD.json());
    private final byte[] nothing = answer("{\"data\":[]}".getBytes(StandardCharsets.UTF_8));
    private final Set<Socket> idle = ConcurrentHashMap.newKeySet();

    /** Starts it; {@code sending} is told the number of each paced update, right before it is sent. */
    public Feed(IntConsumer sending) throws IOException {
        this.sending = sending;
        thread(this::accept);
        thread(this::beat);
    }

    /** As a process of its own, which prints its address. */
    public static void main(String[] args) throws IOException {
        try (Feed feed = new Feed(number -> {})) {
            Beside.untilTold(feed.url());
        }
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "feed");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                thread(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try {
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            for (String path = path(in); path != null; path = path(in)) {
                if (!path.contains("/stream")) {
                    out.write(path.contains("leaderboard") ? board : nothing);
                    continue;
                }
                out.write((HEAD + "text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(chunk("event: ready\ndata: {\"leaderboardId\":\"board\"}\n\n"));
                if (!stream(path, out)) {
                    idle.add(client); // and this thread is done
                    return;
                }
            }
            client.close();
        } catch (IOException e) {
            // the client has gone
        }
    }

    /** Whether it is over. */
    private boolean stream(String path, OutputStream out) throws IOException {
        String id = path.split("/", -1)[4];
        if (id.startsWith("burst-")) {
            burst(Integer.parseInt(id.substring(6)), out);
        } else if (id.startsWith("paced-")) {
            paced(Integer.parseInt(id.substring(6)), out);
        } else {
            return false;
        }
        out.write(chunk("event: closed\ndata: {\"leaderboardId\":\"board\"}\n\n"));
        out.write(chunk(""));
        return true;
    }

    private static void burst(int updates, OutputStream out) throws IOException {
        StringBuilder some = new StringBuilder();
        for (int i = 0; i < AT_A_TIME; i++) {
            some.append(update(i));
        }
        byte[] chunk = chunk(some.toString());
        for (int sent = 0; sent < updates; sent += AT_A_TIME) {
            out.write(chunk);
        }
    }

    private void paced(int updates, OutputStream out) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < updates; i++) {
            byte[] chunk = chunk(update(i));
            for (long left = 1; left > 0; ) {
                left = start + TimeUnit.MILLISECONDS.toNanos(i) - System.nanoTime();
                LockSupport.parkNanos(left);
            }
            sending.accept(i);
            out.write(chunk);
        }
    }

    private static String update(int number) {
        return "event: score_update\ndata: {\"leaderboardId\":\"0190f0d4-3c5e-7a1b-9d2f-6b8c4e1a7f30\",\"participantId\":"
                + "\"0190f0d4-3c5e-7a1b-9d2f-" + (100_000_000_000L + number) + "\",\"score\":" + (1000 + number) + ".5,"
                + "\"rank\":" + number + "}\n\n";
    }

    private void beat() {
        try {
            while (!socket.isClosed()) {
                TimeUnit.SECONDS.sleep(HEARTBEAT_SECONDS);
                idle.removeIf(each -> !beats(each));
            }
        } catch (InterruptedException e) {
            // nobody does
        }
    }

    /** False if nobody is there any more. */
    private static boolean beats(Socket client) {
        try {
            client.getOutputStream().write(HEARTBEAT);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] chunk(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(size);
        all.writeBytes(bytes);
        all.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private static byte[] answer(byte[] json) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes((HEAD + "application/json\r\nContent-Length: " + json.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(json);
        return all.toByteArray();
    }

    /** The path of the next request, which has no body; null at the end. */
    private static @Nullable String path(InputStream in) throws IOException {
        String request = line(in);
        if (request == null) {
            return null;
        }
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            // none matters
        }
        return request.split(" ", -1)[1];
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
