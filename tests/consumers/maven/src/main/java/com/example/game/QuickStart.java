package com.example.game;

import io.kraty.api.model.EventListing;
import io.kraty.api.model.LeaderboardSnapshot;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.ProgressInput;
import java.util.List;
import java.util.Map;

/** The quick start of the README, word for word, against the sandbox that the environment names. */
public final class QuickStart {
    private QuickStart() {}

    /** Plays it once. */
    public static void main(String[] args) {
        KratyClientOptions sandbox = KratyClientOptions.builder()
                .baseUrl(System.getenv("KRATY_URL"))
                .apiKey(System.getenv("KRATY_KEY"))
                .build();
        try (Kraty kraty = Kraty.create(sandbox)) {
            List<EventListing> available = kraty.events().listForPlayer(); // registers the player on first use
            String event = available.get(0).eventKey();
            StartAttemptResponse start = kraty.events().start(event, Map.of("country", "PT", "level", 7));
            ProgressResponse update = kraty.events().progress(event, start.attempt().id(), ProgressInput.increment(1));
            update.milestonesFired().forEach(fired -> System.out.println("Milestone " + fired.key()));
            LeaderboardSnapshot board = kraty.leaderboards().read(start.leaderboardId());
            board.entries().forEach(row -> System.out.println("#" + row.rank() + " " + row.name() + " " + row.score()));
            CollectAllResult collected = kraty.grants().collectAll();
            System.out.println(collected.claimed().size() + " rewards collected");
        }
    }
}
