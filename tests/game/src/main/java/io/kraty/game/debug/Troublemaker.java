package io.kraty.game.debug;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
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
    /** Which event and which board the tricks are about. */
    volatile String event = "spark_rush";

    volatile String board = "weekly_best";

    /** Plays tricks on {@code sandbox}, and on the player of {@code kraty}. */
    public Troublemaker(KratySandbox sandbox, Supplier<Kraty> kraty) {
        this.sandbox = sandbox;
        thread.scheduleWithFixedDelay(() -> lasting.computeIfPresent(DROPS, this::drop), 3, 3, TimeUnit.SECONDS);
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
        tricks.put("Finalize its boards", () -> each("eventBoards", sandbox::finalizeBoard));
        tricks.put("Fill its lobbies", () -> each("lobbies", sandbox::fillLobby));
        tricks.put("End the period", () -> sandbox.endPeriod(board));
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

    /** Does it; the future says how it went. */
    CompletableFuture<String> play(String trick) {
        return CompletableFuture.runAsync(tricks.get(trick), thread)
                .handle((done, error) -> trick + (error == null ? ": done" : ": " + error.getCause()));
    }

    private void trouble(String name, Trouble.Builder trouble) {
        tricks.put(name, () -> {
            boolean begins = lasting.remove(name) == null;
            if (begins) {
                lasting.put(name, trouble.build());
            }
            if (begins && name.equals(BUSY)) {
                thread.schedule(() -> end(name), 1, TimeUnit.MINUTES);
            }
            renew();
        });
    }

    private Trouble drop(String name, Trouble trouble) {
        sandbox.dropStreams();
        return trouble;
    }

    private void end(String name) {
        lasting.remove(name);
        renew();
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

    /** Everything of this kind that belongs to the event and is not over. */
    private void each(String kind, Consumer<String> work) {
        try (Reader state = new InputStreamReader(
                URI.create(sandbox.baseUrl() + "/sandbox/state").toURL().openStream(), StandardCharsets.UTF_8)) {
            for (JsonElement one :
                    JsonParser.parseReader(state).getAsJsonObject().getAsJsonArray(kind)) {
                JsonObject thing = one.getAsJsonObject();
                boolean open = String.valueOf(thing.get("finalizedReason")).equals("null")
                        && !String.valueOf(thing.get("status")).matches("\"(active|closed)\"");
                if (open && thing.get("event").getAsString().equals(event)) {
                    work.accept(thing.get("id").getAsString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
