package io.kraty.sdk.soak;

import io.kraty.api.model.EventListing;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.live.PollLobbyOptions;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Events. */
final class Playing {
    private static final String COSTLY = "bounty_hunt";
    private static final String MATCHED = "quick_brawl";
    private static final List<String> EVENTS = List.of(
            "coin_rush", COSTLY, COSTLY, MATCHED, MATCHED, "vip_gala", "legends_cup", "endless_run", "old_faire");
    private static final Map<String, List<String>> METRICS = Map.of(
            "coin_rush",
            List.of("coins"),
            COSTLY,
            List.of("bounties", "damage"),
            MATCHED,
            List.of("knockouts"),
            "vip_gala",
            List.of("dances"),
            "legends_cup",
            List.of("wins"),
            "endless_run",
            List.of("meters"));
    private static final int MOST_RUNS = 6;

    private Playing() {}

    static void list(SimulatedPlayer player) {
        player.kraty().events().listForPlayer().stream()
                .map(EventListing::leaderboardId)
                .forEach(player.soak.seen::board);
    }

    static void start(SimulatedPlayer player) {
        String event = EVENTS.get(player.dice.nextInt(EVENTS.size()));
        try {
            begin(player, event);
        } catch (KratyApiException e) {
            if (!e.isLobbyForming()) {
                throw e;
            }
            String lobby = e.lobbyId().orElseThrow();
            player.soak.seen.lobby(lobby);
            player.kraty().lobbies().read(lobby);
            player.kraty()
                    .pollLobbyUntilActive(
                            lobby,
                            PollLobbyOptions.builder()
                                    .interval(Duration.ofMillis(10))
                                    .timeout(Duration.ofMillis(300))
                                    .build());
            begin(player, event);
        }
    }

    private static void begin(SimulatedPlayer player, String event) {
        String me = player.me();
        RequestOptions options = RequestOptions.none().idempotencyKey(player.unique("start"));
        Map<String, Object> context = Map.of("country", "PT", "level", player.number());
        StartAttemptResponse start =
                Books.noting(() -> player.kraty().with(options).events().start(event, context), (outcome, answer) -> {
                    if (event.equals(COSTLY)) {
                        String id = answer == null ? null : answer.attempt().id();
                        player.soak.books.entries.add(new Books.Made(me, outcome, id));
                    }
                });
        player.soak.seen.board(start.leaderboardId());
        player.runs.addFirst(new SimulatedPlayer.Run(me, event, start.attempt().id(), start.leaderboardId()));
        if (player.runs.size() > MOST_RUNS) {
            player.runs.removeLast();
        }
    }

    static void progress(SimulatedPlayer player) {
        SimulatedPlayer.Run run = run(player);
        List<String> metrics = METRICS.get(run.eventKey());
        double step = player.dice.nextInt(1, 6);
        ProgressInput input;
        if (metrics.size() > 1) {
            input = ProgressInput.increment(Map.of(metrics.get(0), 1, metrics.get(1), step * 100));
        } else {
            input = player.oneIn(5)
                    ? ProgressInput.set(Map.of(metrics.get(0), step * 10))
                    : ProgressInput.increment(step);
        }
        player.kraty().events().progress(run.eventKey(), run.attemptId(), input);
    }

    static void finish(SimulatedPlayer player) {
        SimulatedPlayer.Run run = run(player);
        Kraty kraty = player.kraty();
        kraty.events().finish(run.eventKey(), run.attemptId());
        player.runs.remove(run);
    }

    /** A run of whoever plays now. */
    private static SimulatedPlayer.Run run(SimulatedPlayer player) {
        String me = player.me();
        player.runs.removeIf(run -> !run.player().equals(me));
        if (player.runs.isEmpty()) {
            begin(player, "coin_rush");
        }
        return player.runs.peekFirst();
    }
}
