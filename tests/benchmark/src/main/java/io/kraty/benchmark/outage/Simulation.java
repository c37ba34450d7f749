package io.kraty.benchmark.outage;

import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many clients and one service, event by event, without a network and without waiting. Each client plays: calls, heartbeats, an
 * outbox, and every second one a board with its stream and its reads. One seed leads to one result.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // a hundred thousand a second, and nobody looks where they come from
final class Simulation {
    private static final KratyException SILENCE = new KratyNetworkException("no answer", 1, null);
    private static final KratyException BUSY =
            KratyApiException.builder(503, "internal_error").build();

    // An event: what, which attempt, which client.
    private static final int CALL = 0;
    private static final int HEARTBEAT = 1;
    private static final int READ = 2;
    private static final int SEND = 3;
    private static final int CONNECT = 4;
    private static final int WRITE = 5;
    private static final int BREAK = 6;
    private static final int KINDS = 8;
    private static final int MOST_ATTEMPTS = 32;

    private final Scene scene;
    private final Clock clock;
    private final Service service;
    private final Agenda agenda = new Agenda();
    private final Manners[] manners;
    private final int[] waiting; // writes in the outbox
    private final long[] connectedAt; // when the stream did; -1 for none
    private final boolean[] reading;
    private final boolean[] readAgain;
    private final int[] reads; // which planned read counts
    private final Result.Builder result;

    private Simulation(Scene scene, long seed, Function<Clock, Manners> each) {
        this.scene = scene;
        this.clock = new Clock(seed);
        this.service = new Service(scene);
        int clients = scene.clients();
        this.manners = new Manners[clients];
        this.waiting = new int[clients];
        this.connectedAt = new long[clients];
        this.reading = new boolean[clients];
        this.readAgain = new boolean[clients];
        this.reads = new int[clients];
        this.result = new Result.Builder(scene, service);
        for (int client = 0; client < clients; client++) {
            manners[client] = each.apply(clock);
            begin(client);
        }
    }

    /** Plays {@code scene} with clients that behave as {@code each} says. */
    static Result run(Scene scene, long seed, Function<Clock, Manners> each) {
        return new Simulation(scene, seed, each).play();
    }

    private Result play() {
        while (!agenda.isEmpty() && agenda.time() < scene.total()) {
            long time = agenda.time();
            clock.set(time);
            happen(agenda.next());
        }
        return result.build();
    }

    private static long event(int kind, int attempt, int client) {
        return ((long) client * MOST_ATTEMPTS + attempt) * KINDS + kind;
    }

    private void later(long wait, int kind, int attempt, int client) {
        agenda.add(clock.nanoTime() + wait, event(kind, attempt, client));
    }

    private void begin(int client) {
        later(clock.untilNext(Scene.CALLS), CALL, 1, client);
        later((long) (clock.random() * Scene.HEARTBEATS.toNanos()), HEARTBEAT, 1, client);
        later(clock.untilNext(Scene.WRITES), WRITE, 1, client);
        connectedAt[client] = -1;
        if (client % 2 == 0) { // it is open since before, and all streams break in the same moment
            connectedAt[client] = 0;
            planRead(client, (long) (clock.random() * Scene.READS.toNanos()));
            agenda.add(scene.begin(), event(BREAK, 1, client));
        }
    }

    private void happen(long event) {
        int kind = (int) (event % KINDS);
        int attempt = (int) (event / KINDS % MOST_ATTEMPTS);
        int client = (int) (event / KINDS / MOST_ATTEMPTS);
        switch (kind) {
            case CALL -> {
                if (attempt == 1) {
                    later(clock.untilNext(Scene.CALLS), CALL, 1, client);
                }
                call(kind, attempt, client);
            }
            case HEARTBEAT -> {
                if (attempt == 1) {
                    later(about(Scene.HEARTBEATS), HEARTBEAT, 1, client);
                }
                call(kind, attempt, client);
            }
            case READ -> {
                reading[client] = true;
                end(READ, client, call(kind, attempt, client));
            }
            case WRITE -> {
                later(clock.untilNext(Scene.WRITES), WRITE, 1, client);
                if (waiting[client]++ == 0) {
                    later(0, SEND, 1, client);
                }
            }
            case SEND -> end(SEND, client, call(kind, attempt, client));
            case CONNECT -> connect(client);
            case BREAK -> lose(client);
            default -> { // a read that was planned, which another may have replaced
                if (attempt == reads[client] % MOST_ATTEMPTS && !reading[client]) {
                    reading[client] = true;
                    end(READ, client, call(READ, 1, client));
                }
            }
        }
    }

    private long about(Duration interval) {
        return (long) (interval.toNanos() * (0.9 + 0.2 * clock.random()));
    }

    /** Sends an attempt. Returns whether that was the end of the call, well or not; null if it goes on. */
    private @Nullable Boolean call(int kind, int attempt, int client) {
        long time = clock.nanoTime();
        result.attempt(time, attempt == 1);
        if (service.answers(time)) {
            manners[client].succeeded(attempt);
            return true;
        }
        Duration again = manners[client].retry(attempt, failure());
        if (again == null) {
            result.failed(time);
            return false;
        }
        later(Scene.WAY.toNanos() + again.toNanos(), kind, attempt + 1, client);
        return null;
    }

    private KratyException failure() {
        return scene.isDown(clock.nanoTime()) ? SILENCE : BUSY;
    }

    private void end(int kind, int client, @Nullable Boolean isWell) {
        if (isWell == null) {
            return;
        }
        if (kind == READ) {
            reading[client] = false;
            wasRead(client, isWell);
        } else {
            wasSent(client, isWell);
        }
    }

    private void wasSent(int client, boolean isWell) {
        if (!isWell) {
            later(manners[client].resend(failure()).toNanos(), SEND, 1, client);
            return;
        }
        manners[client].sent();
        if (--waiting[client] > 0) {
            later(Scene.WAY.toNanos(), SEND, 1, client);
        }
    }

    private void wasRead(int client, boolean isWell) {
        if (isWell) {
            manners[client].hope();
            planRead(client, readAgain[client] ? Scene.WAY.toNanos() : about(Scene.READS));
        } else {
            planRead(client, manners[client].reread(failure()).toNanos());
        }
        readAgain[client] = false;
    }

    private void planRead(int client, long wait) {
        reads[client]++;
        later(wait, KINDS - 1, reads[client] % MOST_ATTEMPTS, client);
    }

    private void lose(int client) {
        Duration health = Duration.ofNanos(clock.nanoTime() - connectedAt[client]);
        connectedAt[client] = -1;
        result.streams(clock.nanoTime(), -1);
        later(manners[client].reconnect(SILENCE, health).toNanos(), CONNECT, 1, client);
    }

    private void connect(int client) {
        long time = clock.nanoTime();
        result.connect(time);
        if (service.answers(time)) {
            connectedAt[client] = time;
            result.streams(time, 1);
            manners[client].hope();
            if (reading[client]) {
                readAgain[client] = true;
            } else {
                planRead(client, Scene.WAY.toNanos()); // to catch up on what was missed
            }
        } else {
            later(manners[client].reconnect(failure(), Duration.ZERO).toNanos(), CONNECT, 1, client);
        }
    }
}
