package io.kraty.sandbox;

import io.kraty.sandbox.internal.wire.RawSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests a second the sandbox answers: a look at it, not a test, since that depends on the machine. Run in
 * this module after {@code mvn test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath}:
 *
 * <pre>java -cp target/test-classes:target/classes:$(cat target/classpath) io.kraty.sandbox.LoadCheck</pre>
 */
final class LoadCheck {
    private static final int CONNECTIONS = 16;
    private static final long NANOS = 4_000_000_000L;

    // Ten digits each, so that all bodies have one length.
    private static final AtomicLong KEYS = new AtomicLong(1_000_000_000L);

    private LoadCheck() {}

    public static void main(String[] args) throws Exception {
        try (KratySandbox sandbox = KratySandbox.start()) {
            TestPlayer ana = new Api(sandbox).register("ana");
            sandbox.credit("ana", "gold", 1_000_000_000);
            String start = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + sandbox.apiKey()
                    + "\r\nX-Player-Secret: " + ana.secret() + "\r\n";
            String time = "GET /sdk/v1/time" + start + "\r\n";
            String body = "{\"amount\":1,\"idempotencyKey\":\"%s\"}";
            String debit = "POST /sdk/v1/players/ana/wallet/gold/debit" + start
                    + "Content-Type: application/json\r\nContent-Length: "
                    + body.replace("%s", "0123456789").length() + "\r\n\r\n" + body;
            for (int round = 1; round <= 3; round++) {
                System.out.println("round " + round + ": " + perSecond(sandbox, time) + " reads/s, "
                        + perSecond(sandbox, debit) + " debits/s");
            }
        }
    }

    private static long perSecond(KratySandbox sandbox, String request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                counts.add(threads.submit(() -> ask(sandbox, request, start + NANOS)));
            }
            long total = 0;
            for (Future<Long> count : counts) {
                total += count.get();
            }
            return total * 1_000_000_000L / (System.nanoTime() - start);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long ask(KratySandbox sandbox, String request, long end) throws IOException {
        long count = 0;
        try (RawSocket client = new RawSocket(sandbox.port())) {
            while (System.nanoTime() - end < 0) {
                String key = Long.toString(KEYS.incrementAndGet());
                int status = client.send(request.replace("%s", key)).reply().status();
                if (status != 200) {
                    throw new IOException("answered with " + status);
                }
                count++;
            }
        }
        return count;
    }
}
