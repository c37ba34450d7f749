package io.kraty.sdk.soak;

import io.kraty.api.model.InventoryEvent;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.InventoryListener;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.InventoryStreamOptions;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import java.time.Duration;

/** Streams and pollers, left open while the player does something else. */
final class Watching {
    private Watching() {}

    static void holdings(SimulatedPlayer player) {
        String me = player.me();
        InventoryListener listener = new InventoryListener() {
            @Override
            public void onEvent(InventoryEvent event) {
                player.soak.books.heard(me, event);
            }

            @Override
            public void onError(KratyException error) {
                player.soak.tally.error("stream: " + error.getClass().getSimpleName());
            }
        };
        InventoryStream stream = player.kraty()
                .inventory()
                .live(
                        InventoryStreamOptions.builder()
                                .ignoreOwnWrites(player.oneIn(4))
                                .build(),
                        listener);
        player.keepOpen(stream::close);
    }

    static void board(SimulatedPlayer player) {
        player.me();
        String id = player.soak.seen.board(player.dice);
        if (id == null) {
            return;
        }
        LeaderboardStream stream = player.kraty().leaderboards().live(id);
        player.keepOpen(stream::close);
        for (int i = 0; i < 3; i++) {
            stream.poll(Duration.ofMillis(20));
        }
    }

    static void grants(SimulatedPlayer player) {
        GrantPoller poller = player.kraty()
                .pollPendingGrants(PollPendingGrantsOptions.builder()
                        .start(Duration.ofMillis(50))
                        .grow(2)
                        .max(Duration.ofSeconds(1))
                        .onError(error -> player.soak.tally.error(
                                "poller: " + error.getClass().getSimpleName()))
                        .build());
        player.keepOpen(poller::close);
    }
}
