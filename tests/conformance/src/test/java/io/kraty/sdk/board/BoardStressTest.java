package io.kraty.sdk.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.SubscriptionState.Live;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many subscriptions to one board through everything that networks do, in no particular order but always the same. The suite
 * does a little of it; {@code -Dkraty.drops=1000} does as much as it takes to find what is rare.
 */
@Timeout(1200)
class BoardStressTest extends RaceTest {
    private static final int SUBSCRIPTIONS = 50;
    private static final int MOST_RUNNERS = 30;
    private static final int[] LIMITS = {3, 10, 50};

    private final Random dice = new Random(Long.getLong("kraty.drops.seed", 7));
    private final Map<String, Double> scores = new ConcurrentHashMap<>();
    private final Map<String, Set<Double>> existed = new ConcurrentHashMap<>();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private final List<Spectator> spectators = new ArrayList<>();

    @Test
    void everySubscription_holdsWhatTheBoardHolds_inTheEnd() throws Exception {
        int drops = Integer.getInteger("kraty.drops", 100);
        kraty.close();
        kraty = Kraty.create(options().streamIdleTimeout(Duration.ofMillis(700)).build());
        for (int i = 0; i < 5; i++) {
            someoneRuns();
        }
        for (int i = 0; i < SUBSCRIPTIONS; i++) {
            spectators.add(new Spectator(LIMITS[i % LIMITS.length]));
        }
        makeTrouble();
        for (int i = 0; i < drops; i++) {
            for (int steps = dice.nextInt(4); steps >= 0; steps--) {
                someoneRuns();
            }
            disturb();
            timing.advance(Duration.ofMillis(dice.nextInt(6_000)));
        }
        sandbox.goOnline();
        sandbox.clearTrouble();

        List<LeaderboardEntry> actual = actual();
        for (Spectator spectator : spectators) {
            Await.until("it is live and shows the board", () -> {
                timing.advance(Duration.ofMillis(100));
                return spectator.isCurrent(actual);
            });
        }
        Set<String> possible = new TreeSet<>();
        possible.add(place(idOf("ana"), 0));
        existed.forEach((runner, all) -> {
            String id = idOf(runner);
            all.forEach(score -> possible.add(place(id, score)));
        });
        Set<String> invented = new TreeSet<>(shown);
        invented.removeAll(possible);
        assertEquals(Set.of(), invented);
        for (Spectator spectator : spectators) {
            assertEquals(List.of(), List.copyOf(spectator.complaints));
            assertTrue(spectator.subscription.board().version() > 0);
        }
    }

    /** What every connection and every read may meet. */
    private void makeTrouble() {
        sandbox.addTrouble(
                Trouble.on(READ).jitter(Duration.ofMillis(20)).build(),
                Trouble.on(READ)
                        .times(1_000_000)
                        .probability(0.15)
                        .script(
                                Effect.status(503),
                                Effect.resetBefore(),
                                Effect.cut(0.5),
                                Effect.rateLimited(Duration.ofSeconds(2)))
                        .build(),
                Trouble.on(STREAM)
                        .times(1_000_000)
                        .probability(0.6)
                        .script(
                                Effect.drop(2),
                                Effect.reverse(2),
                                Effect.silence(2),
                                Effect.status(503),
                                Effect.reverse(3),
                                Effect.drop(4),
                                Effect.resetAfter(),
                                Effect.rateLimited(Duration.ofSeconds(3)))
                        .build());
    }

    private void disturb() throws InterruptedException {
        switch (dice.nextInt(4)) {
            case 0 -> {
                sandbox.goOffline();
                timing.advance(Duration.ofMillis(dice.nextInt(2_000)));
                sandbox.goOnline();
            }
            case 1 -> {
                kraty.pause();
                timing.advance(Duration.ofMillis(dice.nextInt(20_000)));
                kraty.resume();
            }
            default -> {
                Await.until("somebody listens", () -> {
                    timing.advance(Duration.ofMillis(100));
                    return sandbox.openStreams() > 0;
                });
                sandbox.dropStreams();
            }
        }
    }

    private void someoneRuns() {
        String runner = "runner" + dice.nextInt(MOST_RUNNERS);
        double score = scores.getOrDefault(runner, 0.0) + 1 + dice.nextInt(3);
        Set<Double> all = existed.computeIfAbsent(runner, any -> ConcurrentHashMap.newKeySet());
        all.add(0.0);
        all.add(score);
        scores.put(runner, score);
        run(runner, score);
    }

    private static String place(String participantId, double score) {
        return participantId + " " + score;
    }

    /** Watches, and complains. */
    private final class Spectator implements BoardListener {
        private final int limit;
        private final Set<String> complaints = ConcurrentHashMap.newKeySet();
        private final Map<String, LeaderboardScoreUpdate> told = new ConcurrentHashMap<>();
        private final BoardSubscription subscription;
        private long version;

        private Spectator(int limit) {
            this.limit = limit;
            this.subscription = kraty.eventLeaderboards()
                    .subscribe(board, this, BoardOptions.builder().limit(limit).build());
        }

        @Override
        public void onEvent(LeaderboardEvent event) {
            if (event instanceof LeaderboardScoreUpdate update) {
                shown.add(place(update.participantId(), update.score()));
                if (update.equals(told.put(update.participantId(), update))) {
                    complaints.add("told twice: " + update);
                }
            }
        }

        @Override
        public void onBoard(BoardView view) {
            try {
                assertRanked(view);
                assertTrue(view.version() > version, "version " + view.version() + " after " + version);
                assertTrue(view.entries().size() <= limit, "more rows than wanted");
            } catch (AssertionError e) {
                complaints.add(e.getMessage());
            }
            version = view.version();
            view.entries().forEach(row -> shown.add(place(row.participantId(), row.score())));
        }

        private boolean isCurrent(List<LeaderboardEntry> actual) {
            return subscription.state() instanceof Live
                    && subscription.board().entries().equals(actual.subList(0, Math.min(limit, actual.size())));
        }
    }
}
