package com.example.game;

import io.kraty.api.model.EventListing;
import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.KratyErrorCode;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardReady;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.api.model.LeaderboardSnapshot;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.live.OutboxResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What of the SDK could break when it is shrunk: every kind of answer (records, enums, sealed types), what goes out, streams,
 * threads, errors, and the files. Arguments: URL and key.
 */
public final class Game {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Game() {}

    /** Plays two launches. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("game");
        String first = launch(args[0], args[1], directory, false);
        String second = launch(args[0], args[1], directory, true);
        check(first.equals(second), "the second launch is of the same player");
    }

    private static String launch(String url, String key, Path directory, boolean again)
            throws InterruptedException {
        try (Kraty kraty = Kraty.create(KratyClientOptions.builder()
                .baseUrl(url)
                .apiKey(key)
                .dataDirectory(directory)
                .build())) {
            if (again) {
                heard(kraty);
            }
            List<EventListing> available = kraty.events().listForPlayer();
            String event = available.get(0).eventKey();
            StartAttemptResponse start = kraty.events().start(event, Map.of("country", "PT", "level", 7));
            try (LeaderboardStream live = kraty.leaderboards().live(start.leaderboardId());
                    InventoryStream inventory = kraty.inventory().live()) {
                check(live.poll(PATIENCE) instanceof LeaderboardReady, "the stream of the board starts");
                InventoryEvent ready = inventory.poll(PATIENCE);
                check(ready != null, "the stream of the inventory starts");
                ProgressResponse update =
                        kraty.events().progress(event, start.attempt().id(), ProgressInput.increment(1));
                update.milestonesFired().forEach(fired -> System.out.println("Milestone " + fired.key()));
                LeaderboardEvent event1 = live.poll(PATIENCE);
                check(event1 instanceof LeaderboardScoreUpdate, "the stream tells of a score, not of " + event1);
            }
            LeaderboardSnapshot board = kraty.leaderboards().read(start.leaderboardId());
            check(!board.entries().isEmpty(), "the board has rows");
            check(kraty.async(() -> kraty.wallet().list()).join() != null, "the asynchronous door");
            check(kraty.catalog().read() != null && kraty.friends().list() != null, "the other areas");
            kraty.players().mergeMetadata(Map.of("class", "ranger", "settings", Map.of("music", 0.4)));
            refused(kraty);
            written(kraty, event, start.attempt().id());
            CollectAllResult collected = kraty.grants().collectAll();
            System.out.println(collected.claimed().size() + " rewards collected");
            return kraty.activeExternalPlayerId().orElseThrow();
        }
    }

    /** The constants of the codes are found by their text, whatever they are called by now. */
    private static void refused(Kraty kraty) {
        try {
            kraty.events().start("no_such_event");
        } catch (KratyApiException e) {
            check(e.status() == 404 && e.code() != KratyErrorCode.UNRECOGNIZED, "the error is told apart: " + e);
            return;
        }
        throw new IllegalStateException("an event that is not there was started");
    }

    /** Leaves in the file what became of a write, for the next launch. */
    private static void written(Kraty kraty, String event, String attempt) throws InterruptedException {
        kraty.outbox().progress(event, attempt, ProgressInput.increment(1));
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!kraty.outbox().pending().isEmpty() && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        check(kraty.outbox().pending().isEmpty(), "the outbox sends");
    }

    private static void heard(Kraty kraty) throws InterruptedException {
        kraty.ensureIdentity();
        BlockingQueue<OutboxResult> results = new LinkedBlockingQueue<>();
        kraty.outbox().onResult(results::add);
        OutboxResult result = results.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        check(result instanceof OutboxResult.Done done && done.progress() != null, "the outbox of the first launch: " + result);
    }

    private static void check(boolean good, String what) {
        if (!good) {
            throw new IllegalStateException(what);
        }
    }
}
