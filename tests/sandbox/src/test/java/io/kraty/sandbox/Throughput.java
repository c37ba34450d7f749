package io.kraty.sandbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * How fast the sandbox is: how long it takes to start, and how many requests a second it answers, fresh and after a day of
 * play, over 16 keep-alive connections. A look at it, not a test, since that depends on the machine. Run in this module
 * after {@code mvn test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath}:
 *
 * <pre>java -cp target/test-classes:target/classes:$(cat target/classpath) io.kraty.sandbox.Throughput</pre>
 */
final class Throughput {
    private static final int CONNECTIONS = 16;
    private static final int PLAYERS = 200;
    private static final long MILLIS = 3000;

    private final KratySandbox sandbox;
    private final List<String> secrets = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

    private Throughput(KratySandbox sandbox) {
        this.sandbox = sandbox;
    }

    public static void main(String[] args) throws Exception {
        start("first start");
        for (int i = 0; i < 20; i++) {
            start("start");
        }
        try (KratySandbox sandbox = KratySandbox.builder()
                .frozen(true)
                .startAt(Instant.parse("2026-09-02T12:00:00Z"))
                .start()) {
            new Throughput(sandbox).run();
        }
    }

    private static void start(String title) {
        long before = System.nanoTime();
        try (KratySandbox sandbox = KratySandbox.start()) {
            System.out.printf(
                    Locale.ROOT, "%s: %.1f ms on port %d%n", title, (System.nanoTime() - before) / 1e6, sandbox.port());
        }
    }

    private void run() throws Exception {
        for (int i = 0; i < PLAYERS; i++) {
            String id = "p" + i;
            call(post("players/" + id + "/register", "", "{}"));
            secrets.add(sandbox.secretOf(id).orElseThrow());
            sandbox.credit(id, "gold", 1_000_000);
        }
        measure("warm-up");
        measure("fresh");
        age();
        measure("after a day");
        threads.shutdownNow();
    }

    /** A day of play, in little time. */
    private void age() throws Exception {
        for (int hour = 0; hour < 24; hour++) {
            for (int i = 0; i < PLAYERS; i++) {
                call(start(i, "quick_brawl"));
                call(start(i, "coin_rush"));
            }
            sandbox.clock().advance(Duration.ofMinutes(5));
            for (int i = 0; i < PLAYERS; i++) {
                call(start(i, "quick_brawl"));
                for (int n = 0; n < 5; n++) {
                    sandbox.grantCurrency("p" + i, "xp", 1);
                }
            }
            sandbox.clock().advance(Duration.ofMinutes(55));
        }
    }

    private void measure(String title) throws Exception {
        Map<String, IntFunction<byte[]>> operations = new LinkedHashMap<>();
        operations.put("ping", n -> get("ping", ""));
        operations.put("wallet", n -> get("players/p" + n % PLAYERS + "/wallet", secrets.get(n % PLAYERS)));
        operations.put(
                "debit with a key",
                n -> post(
                        "players/p" + n % PLAYERS + "/wallet/gold/debit",
                        secrets.get(n % PLAYERS),
                        "{\"amount\":1,\"idempotencyKey\":\"" + title + n + "\"}"));
        operations.put("events", n -> get("players/p" + n % PLAYERS + "/events", ""));
        operations.put("start", n -> start(n % PLAYERS, "endless_run"));
        operations.put("start in a lobby", n -> start(n % PLAYERS, "quick_brawl"));
        operations.put("score", n -> score(n % PLAYERS, n));
        operations.put("board", n -> get("leaderboards/weekly_score?limit=10", ""));
        operations.put(
                "pending grants", n -> get("players/p" + n % PLAYERS + "/pending-grants", secrets.get(n % PLAYERS)));
        System.out.println(title);
        for (Map.Entry<String, IntFunction<byte[]>> operation : operations.entrySet()) {
            System.out.printf(
                    Locale.ROOT, "  %-18s %,8d requests/s%n", operation.getKey(), perSecond(operation.getValue()));
        }
    }

    private long perSecond(IntFunction<byte[]> request) throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(MILLIS).toNanos();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int from = i * 10_000_019;
            counts.add(threads.submit(() -> loop(request, from, end)));
        }
        long sum = 0;
        for (Future<Integer> count : counts) {
            sum += count.get();
        }
        return sum * 1000 / MILLIS;
    }

    private int loop(IntFunction<byte[]> request, int from, long end) throws IOException {
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request.apply(from + count));
                skipAnswer(in);
                count++;
            }
        }
        return count;
    }

    private void call(byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
            socket.getOutputStream().write(request);
            skipAnswer(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipAnswer(InputStream in) throws IOException {
        int length = 0;
        String line = line(in);
        if (line.contains(" 500 ") || line.contains(" 400 ") || line.contains(" 401 ")) {
            throw new IOException(line);
        }
        while (!line.isEmpty()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).trim());
            }
            line = line(in);
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private byte[] start(int player, String event) {
        return post("players/p" + player + "/events/" + event + "/start", secrets.get(player), "{}");
    }

    private byte[] score(int player, int value) {
        return post(
                "players/p" + player + "/leaderboards/weekly_score/score",
                secrets.get(player),
                "{\"value\":" + value % 1000 + "}");
    }

    private byte[] get(String path, String secret) {
        return request("GET", path, secret, "");
    }

    private byte[] post(String path, String secret, String body) {
        return request("POST", path, secret, body);
    }

    private byte[] request(String method, String path, String secret, String body) {
        String head = method + " /sdk/v1/" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                + sandbox.apiKey() + "\r\nX-Player-Secret: " + secret
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }
}
