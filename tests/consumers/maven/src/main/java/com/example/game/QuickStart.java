package com.example.game;

import io.kraty.api.model.EventListing;
import io.kraty.api.model.LeaderboardSnapshot;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.ProgressInput;
import java.util.List;
import java.util.Map;

/** The quick start of the README, word for word, against a sandbox instead of the platform. */
public final class QuickStart {
    private QuickStart() {}

    /** Plays it once. */
    public static void main(String[] args) {
        try (KratySandbox sandbox = KratySandbox.start();
                Kraty kraty = Kraty.create(KratyClientOptions.builder()
                        .baseUrl(sandbox.baseUrl())
                        .apiKey(sandbox.apiKey())
                        .secretStore(new InMemorySecretStore())
                        .build())) {
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
