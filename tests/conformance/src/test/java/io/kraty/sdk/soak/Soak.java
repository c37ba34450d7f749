package io.kraty.sdk.soak;

import io.kraty.sandbox.InventoryManagement;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.store.InMemoryMembershipStore;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.SecretStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** One run: a sandbox, its players, the time they have, and what went wrong. */
final class Soak implements AutoCloseable {
    private static final long SECONDS_TO_SETTLE = 180;

    // A starved machine may need them until everything was done once; then the books are closed as ever.
    private static final long SECONDS_OF_GRACE = 120;
    private static final int WORTH_READING = 20;

    // Windows open and close, presence and cooldowns end; but no idempotency key is forgotten within minutes.
    private static final double TIMES_AS_FAST = 300;

    // Whatever is unknown is asked for again in the end, with its own key.
    private static final int WRITES_OF_A_LONG_RUN = 5_000_000;

    // Enough for every activity to have succeeded.
    private static final long MANY_REQUESTS = 10_000;

    final KratySandbox sandbox;
    final Books books = new Books();
    final Tally tally = new Tally();

    /** Codes, boards and lobbies that somebody saw, for others to visit. */
    final Seen seen = new Seen();

    private final long seed;
    private final long deadline;
    private final OkHttpClient http;
    private final SandboxErrors errors = new SandboxErrors(this::violation);
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final List<SimulatedPlayer> players = new CopyOnWriteArrayList<>();
    private final Recorder recorder;

    Soak(long seed, Duration length) {
        this.seed = seed;
        this.deadline = System.nanoTime() + length.toNanos();
        sandbox = KratySandbox.builder()
                .seed(seed)
                .speed(TIMES_AS_FAST)
                .botInterval(Duration.ofMinutes(2))
                .inventoryManagement(InventoryManagement.PERMISSIVE)
                .rememberedKeys(WRITES_OF_A_LONG_RUN)
                .start();
        recorder = new Recorder(sandbox);
        http = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(300, 1, TimeUnit.MINUTES))
                .addNetworkInterceptor(new OwnErrors(this::violation))
                .build();
    }

    /** Lets {@code count} players play, settles what is open, and says what is wrong with the books. */
    List<String> run(int count) throws InterruptedException {
        daemon(recorder, "soak-recorder").start();
        sandbox.addTrouble(Troubles.all());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SimulatedPlayer player = new SimulatedPlayer(this, i, seed);
            players.add(player);
            threads.add(daemon(player, "soak-player-" + i));
        }
        threads.add(daemon(new Operator(this, seed), "soak-operator"));
        threads.forEach(Thread::start);
        awaitAll(threads);
        sandbox.clearTrouble();
        if (violations.isEmpty()) {
            settle();
        }
        recorder.stop();
        recorder.copy();
        recorder.failures().forEach(this::violation);
        if (violations.isEmpty()) {
            new Audit(this, recorder.ledger()).violations().forEach(this::violation);
            missing().forEach(name -> violation("nobody managed to " + name));
        }
        return violations.stream().limit(WORTH_READING).toList();
    }

    /** All at a time, so that what nobody answers any more holds up only its own player. */
    private void settle() throws InterruptedException {
        List<Thread> threads = players.stream()
                .map(player -> daemon(player::settle, "soak-settling-" + player.number()))
                .toList();
        threads.forEach(Thread::start);
        awaitAll(threads);
    }

    private void awaitAll(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            long left = deadline - System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_OF_GRACE + SECONDS_TO_SETTLE);
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            if (thread.isAlive()) {
                StringBuilder where = new StringBuilder(thread.getName() + " hangs");
                for (StackTraceElement frame : thread.getStackTrace()) {
                    where.append("\n    at ").append(frame);
                }
                violation(where.toString());
                return;
            }
        }
    }

    /** Until time is up and everything was done once; what nobody manages at all ends it, too. */
    boolean isRunning() {
        long overtime = System.nanoTime() - deadline;
        boolean owes = overtime < TimeUnit.SECONDS.toNanos(SECONDS_OF_GRACE)
                && !missing().isEmpty();
        return violations.isEmpty() && (overtime < 0 || owes);
    }

    /** What a run of this many requests should have seen done, and has not. */
    private List<String> missing() {
        return tally.requests() > MANY_REQUESTS ? tally.neverDone(Activities.ALL.keySet()) : List.of();
    }

    void violation(String what) {
        violations.add(what);
    }

    String report() {
        return tally.report(
                seed, sandbox.players().size(), recorder.ledger().size(), recorder.troubles(), violations.size());
    }

    List<SimulatedPlayer> players() {
        return players;
    }

    /** Patient enough for a busy machine, too hasty for a stall, and quick to repeat. */
    KratyClientOptions.Builder options(SecretStore store, boolean sharesConnections) {
        KratyClientOptions.Builder options = KratyClientOptions.builder();
        if (sharesConnections) {
            options.httpClient(http);
        }
        return options.apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .secretStore(store)
                .membershipStore(new InMemoryMembershipStore())
                .timeout(Duration.ofSeconds(2))
                .retry(KratyRetryConfig.builder()
                        .initialDelay(Duration.ofMillis(1))
                        .maxDelay(Duration.ofMillis(20))
                        .maxRetryAfter(Duration.ofMillis(200))
                        .build())
                .onRequest(tally::request);
    }

    KratyClientOptions.Builder options() {
        return options(new InMemorySecretStore(), true);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        errors.close();
        sandbox.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
