package io.kraty.sdk.chaos;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.live.OutboxResult;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.store.InMemoryMembershipStore;
import io.kraty.sdk.store.InMemoryOutboxStore;
import io.kraty.sdk.store.InMemorySecretStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** What outlasts the launches of a game, the launches, and the device's own time. */
final class Device {
    final FakeTiming timing = FakeTiming.sleepless();
    final InMemoryOutboxStore outbox = new InMemoryOutboxStore();
    private final InMemorySecretStore secrets = new InMemorySecretStore();
    private final Stage stage;
    private final Schedule schedule;
    private final String named;
    private final String serial;
    private final BiConsumer<Life, OutboxResult> results;
    private final AtomicInteger keys = new AtomicInteger();
    private final List<Life> lives = new ArrayList<>();
    private Life newest;

    Device(Stage stage, Schedule schedule, String serial, String named, BiConsumer<Life, OutboxResult> results) {
        this.stage = stage;
        this.schedule = schedule;
        this.named = named;
        this.serial = serial;
        this.results = results;
        timing.random(schedule.chance());
    }

    /** Starts the game; whatever runs goes on. */
    Life launch() {
        return launch(schedule.hasty());
    }

    /** With all the time it may need. */
    Life lastLaunch() {
        return launch(false);
    }

    private Life launch(boolean hasty) {
        KratyClientOptions.Builder options = PlayTestOptions.on(stage.sandbox, timing)
                .timeout(hasty ? Duration.ofMillis(60) : Duration.ofSeconds(20))
                .retry(KratyRetryConfig.builder().attempts(schedule.attempts()).build())
                .membershipStore(new InMemoryMembershipStore())
                .idempotencyKeys(() -> "made-" + keys.incrementAndGet() + serial);
        if (named != null) {
            options.activeExternalPlayerId(named);
        }
        Life life = new Life(options, stage.http, secrets, outbox);
        life.kraty().outbox().onResult(result -> results.accept(life, result));
        lives.add(life);
        newest = life;
        return life;
    }

    /** The one that plays. One that died meanwhile is followed by another. */
    Life newest() {
        if (newest.isDead()) {
            newest.die(); // by now it may only have lost its stores
            return launch();
        }
        return newest;
    }

    /** The game goes to the background, however many of it there are. */
    void pause() {
        for (Life life : lives) {
            try {
                life.kraty().pause();
            } catch (IllegalStateException closed) {
                // Not this one, then.
            }
        }
    }

    /** The game comes back from the background, whichever was sent there. */
    void resume() {
        for (Life life : lives) {
            try {
                life.kraty().resume();
            } catch (IllegalStateException closed) {
                // Not this one, then.
            }
        }
    }

    void close() {
        lives.forEach(life -> life.kraty().close());
    }

    void kill() {
        lives.forEach(Life::die);
    }

    boolean isStill() {
        return lives.stream().allMatch(Life::isStill);
    }

    /** All that the outbox keeps. */
    String outboxText(Stage stage) {
        String key = stage.sandbox.apiKey();
        return outbox.read(
                "kraty/" + key.substring(0, key.indexOf('.')) + "@127.0.0.1:" + stage.sandbox.port() + "/outbox");
    }

    /** Lets the device's time pass until the next thing is due, if that is soon. */
    void tick() {
        Duration next = timing.untilNext();
        if (next != null && next.compareTo(Duration.ofMinutes(6)) < 0) {
            timing.advance(next);
        }
    }

    /** Lets time pass until it is so. */
    boolean until(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        for (int looks = 0; !condition.getAsBoolean(); looks++) {
            if (System.nanoTime() - start > Long.getLong("kraty.chaos.patience", 20) * 1_000_000_000L) {
                return false;
            }
            tick();
            Pauses.micros(looks < 20 ? 100 : 1000);
        }
        return true;
    }
}
