package io.kraty.game.debug;

import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What can go wrong with the sandbox that is played on, and what time may bring; all of it on a thread of its own. */
public final class Troublemaker implements AutoCloseable {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String NEWS = "{\"data\": [{\"id\": \"new\", \"kind\": \"riddle\", \"status\": \"glowing\","
            + " \"sourceKind\": \"future\", \"contents\": {\"entries\": [{\"type\": \"hologram\"}]}}]}";

    private static final String BUSY = "503 for a minute";
    private static final String DROPS = "Drop streams every 3 s";

    private final KratySandbox sandbox;
    private final Map<String, Runnable> tricks = new LinkedHashMap<>();
    private final Map<String, Trouble> lasting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "troublemaker");
        daemon.setDaemon(true);
        return daemon;
    });
    private final Future<?> ticking;
    private Instant begun = Instant.MIN;

    /** Which event and which board the tricks are about. */
    volatile String event = "spark_rush";

    volatile String board = "weekly_best";

    /** Plays tricks on {@code sandbox}, and on the player of {@code kraty}. */
    public Troublemaker(KratySandbox sandbox, Supplier<Kraty> kraty) {
        this.sandbox = sandbox;
        ticking = thread.scheduleWithFixedDelay(this::tick, 3, 3, TimeUnit.SECONDS);
        Supplier<String> player = () -> kraty.get().activeExternalPlayerId().orElseThrow();
        tricks.put("Offline", sandbox::goOffline);
        tricks.put("Online", sandbox::goOnline);
        trouble("Slow: 3 s", Trouble.on("*").delay(Duration.ofSeconds(3)));
        trouble("30 % fail", Trouble.on("*").probability(0.3).effect(Effect.resetBefore()));
        trouble(BUSY, Trouble.on("*").effect(Effect.status(503)));
        tricks.put("Drop streams", sandbox::dropStreams);
        trouble(DROPS, Trouble.on("*"));
        tricks.put("All well again", this::wellAgain);
        tricks.put("Open the event", () -> sandbox.openWindow(event, Duration.ofMinutes(10)));
        tricks.put("Close the event", () -> sandbox.closeWindow(event));
        tricks.put("Finalize current board", () -> sandbox.finalizeBoard(last("/event-leaderboards/")));
        tricks.put("Fill current lobby", () -> sandbox.fillLobby(last("/lobbies/")));
        tricks.put("End board's period", () -> sandbox.endPeriod(board));
        tricks.put("Tick bots", sandbox::tickBots);
        tricks.put("Ban the player", () -> sandbox.ban(player.get()));
        tricks.put(
                "Unknown reward",
                () -> sandbox.grant(player.get(), List.of(new RewardEntry.Unrecognized("hologram", Map.of()))));
        tricks.put(
                "Unknown status",
                () -> sandbox.addTrouble(Trouble.on("listPendingGrants")
                        .times(1)
                        .effect(Effect.answer(200, JSON, NEWS))
                        .build()));
        tricks.put("An hour later", () -> sandbox.clock().advance(Duration.ofHours(1)));
        tricks.put("A day later", () -> sandbox.clock().advance(Duration.ofDays(1)));
        tricks.put("Start all over", sandbox::reset);
    }

    /** What can be done. */
    Set<String> tricks() {
        return tricks.keySet();
    }

    /** Whether that is trouble, and goes on until it is done again. */
    boolean lasts(String trick) {
        return lasting.containsKey(trick);
    }

    /** Does it, and says how it went. */
    void play(String trick, Consumer<String> said) {
        thread.execute(() -> {
            try {
                tricks.getOrDefault(trick, () -> {}).run();
                said.accept(trick + ": done");
            } catch (RuntimeException e) {
                said.accept(trick + ": " + e.getMessage());
            }
        });
    }

    private void trouble(String name, Trouble.Builder trouble) {
        tricks.put(name, () -> {
            if (lasting.remove(name) == null) {
                lasting.put(name, trouble.build());
                begun = Instant.now();
            }
            renew();
        });
    }

    private void tick() {
        if (lasts(DROPS)) {
            sandbox.dropStreams();
        }
        if (lasts(BUSY) && begun.plusSeconds(60).isBefore(Instant.now())) {
            lasting.remove(BUSY);
            renew();
        }
    }

    private void renew() {
        sandbox.clearTrouble();
        lasting.values().forEach(sandbox::addTrouble);
    }

    private void wellAgain() {
        lasting.clear();
        sandbox.goOnline();
        renew();
    }

    /** The one of these that was asked for last. */
    private String last(String kind) {
        return sandbox.requests().stream()
                .map(request -> request.path())
                .filter(path -> path.contains(kind))
                .reduce((one, next) -> next)
                .map(path -> path.replaceFirst(".*" + kind + "([^/?]+).*", "$1"))
                .orElseThrow(() -> new IllegalStateException("none was asked for so far"));
    }

    @Override
    public void close() {
        ticking.cancel(false);
        thread.shutdownNow();
    }
}
