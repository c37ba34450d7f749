package io.kraty.benchmark.calls;

import io.kraty.benchmark.report.Beside;
import io.kraty.benchmark.speed.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A server that does next to nothing for a request: one read, a glance at the path, one write of bytes that are ready. So
 * that the client is what is measured. HTTP/1.1 with connections that are kept, one thread for each; knows nobody, and takes
 * every key and secret.
 */
final class Canned implements AutoCloseable {
    private static final String WALLET = "{\"data\":{\"wallet\":["
            + "{\"economyKey\":\"gold\",\"balance\":1250,\"metadata\":{},"
            + "\"createdAt\":\"2026-09-01T08:05:00.000Z\",\"updatedAt\":\"2026-09-01T09:05:00.000Z\"},"
            + "{\"economyKey\":\"gems\",\"balance\":12,\"metadata\":{},"
            + "\"createdAt\":\"2026-09-01T08:05:00.000Z\",\"updatedAt\":\"2026-09-01T09:05:00.000Z\"}]}}";
    private static final String PROGRESS = "{\"data\":{\"attempt\":{\"id\":\"0d6f1a52-3c7b-4e8d-9f10-a2b3c4d5e6f7\","
            + "\"eventId\":\"e4b7c2a1-6d5f-4f3e-8b9a-1c2d3e4f5a6b\","
            + "\"eventWindowId\":\"9a7b6c5d-4e3f-4a2b-9c1d-0e9f8a7b6c5d\","
            + "\"leaderboardId\":\"5b0f2c1e-7d64-4a39-9c7e-2f6a1d3b8e90\","
            + "\"playerId\":\"2b8f3f0c-51a5-4c9e-8d0a-6f1e2d3c4b5a\","
            + "\"startedAt\":\"2026-09-01T08:05:00.000Z\",\"endsAt\":\"2026-09-01T08:35:00.000Z\","
            + "\"completedAt\":null,\"metrics\":{\"bounties\":11},\"metricsRaw\":{\"bounties\":11},"
            + "\"score\":110,\"status\":\"in_progress\"},\"milestonesFired\":[]}}";
    private static final int MOST = 64 * 1024;
    private static final int ENDS = 4;

    private final ServerSocket socket = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    private final byte[] wallet = answer(WALLET.getBytes(StandardCharsets.UTF_8));
    private final byte[] progress = answer(PROGRESS.getBytes(StandardCharsets.UTF_8));
    private final byte[] board = answer(Payload.BOARD.json());
    private final Consumer<String> heard;

    /** Begins; tells {@code heard} each request as it came. */
    Canned(Consumer<String> heard) throws IOException {
        this.heard = heard;
        thread(this::accept);
    }

    /** Where it is. */
    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Serves, in a process of its own, until nobody holds its input any more. Prints where it is. */
    public static void main(String[] args) throws IOException {
        Canned canned = new Canned(request -> {});
        Beside.untilTold(canned.url());
        canned.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                thread(() -> serve(connection));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket connection) {
        byte[] bytes = new byte[MOST];
        int filled = 0;
        try (connection) {
            InputStream in = connection.getInputStream();
            OutputStream out = connection.getOutputStream();
            for (int count = in.read(bytes); count > 0; count = in.read(bytes, filled, MOST - filled)) {
                filled += count;
                if (isWhole(bytes, filled)) {
                    String request = new String(bytes, 0, filled, StandardCharsets.ISO_8859_1);
                    heard.accept(request);
                    out.write(to(request));
                    filled = 0; // nobody sends the next before this is answered
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private byte[] to(String request) {
        String path = request.substring(0, request.indexOf('\r'));
        if (path.contains("/event-leaderboards/")) {
            return board;
        }
        return path.contains("/progress") ? progress : wallet;
    }

    private static boolean isWhole(byte[] bytes, int filled) {
        if (bytes[0] == 'G') {
            return filled >= ENDS && bytes[filled - 1] == '\n' && bytes[filled - 3] == '\n';
        }
        String text = new String(bytes, 0, filled, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String name = "content-length:";
        int start = text.toLowerCase(Locale.ROOT).indexOf(name) + name.length();
        int length = Integer.parseInt(
                text.substring(start, text.indexOf('\r', start)).strip());
        return filled >= end + ENDS + length;
    }

    private static byte[] answer(byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\nDate: Tue, 01 Sep 2026 09:05:00 GMT\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "canned");
        thread.setDaemon(true);
        thread.start();
    }
}
