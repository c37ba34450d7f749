package io.kraty.sdk.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sandbox.Game;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.SubscriptionState;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What the tests of subscriptions share: a race that some run and another one watches, in time that the test moves. */
@Timeout(300)
abstract class RaceTest {
    static final String READ = "getEventLeaderboard";
    static final String STREAM = "streamEventLeaderboard";
    static final BoardOptions WITHOUT_READS =
            BoardOptions.builder().readInterval(Duration.ZERO).build();

    private static final String GAME = """
            game: Track
            settings: {botInterval: 0s}
            catalog:
              items: {potion: {name: Potion}}
              currencies: {gold: {name: Gold}}
            events:
              race: {name: Race, windows: {length: 9d}, metrics: {meters: {}}, goodScore: 100, bots: 0}
            boards:
              laps: {scoreAggregation: latest, scoredBy: clients}
            """;

    final KratySandbox sandbox = KratySandbox.builder()
            .game(Game.parse(GAME, "track"))
            .frozen(true)
            .heartbeat(Duration.ofMillis(50))
            .start();
    final FakeTiming timing = FakeTiming.byHand();
    final HeldAnswers answers = new HeldAnswers();
    final HeardBoard heard = new HeardBoard();
    private final Map<String, KratyView> runners = new ConcurrentHashMap<>();
    private final Map<String, String> attempts = new ConcurrentHashMap<>();
    private Kraty crowd;
    Kraty kraty;
    String board;

    @BeforeEach
    void start() {
        crowd = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing()).build());
        kraty = Kraty.create(options().build());
        board = enter("ana");
    }

    KratyClientOptions.Builder options() {
        return PlayTestOptions.on(sandbox, timing)
                .retry(KratyRetryConfig.none())
                .httpClient(new OkHttpClient.Builder().addInterceptor(answers).build());
    }

    @AfterEach
    void stop() {
        kraty.close();
        crowd.close();
        sandbox.close();
    }

    /** Lets a runner begin, with nothing yet. Returns the board they are on. */
    String enter(String runner) {
        KratyView view = crowd.with(RequestOptions.as(runner).playerSecret(sandbox.register(runner)));
        runners.put(runner, view);
        StartAttemptResponse begun = view.events().start("race");
        attempts.put(runner, begun.attempt().id());
        return begun.leaderboardId();
    }

    void run(String runner, double meters) {
        if (!runners.containsKey(runner)) {
            enter(runner);
        }
        runners.get(runner).events().progress("race", attempts.get(runner), ProgressInput.set(meters));
    }

    KratyView as(String runner) {
        return runners.get(runner);
    }

    BoardSubscription subscribe(BoardOptions options) {
        return kraty.eventLeaderboards().subscribe(board, heard, options);
    }

    /** A subscription that is current and has nothing to do. */
    BoardSubscription live(BoardOptions options) throws Exception {
        BoardSubscription subscription = subscribe(options);
        awaitLive(subscription);
        if (!options.readInterval().isZero()) {
            Await.until("the next read is due", () -> timing.untilNext() != null);
        }
        return subscription;
    }

    static void awaitLive(BoardSubscription subscription) throws InterruptedException {
        await(subscription, SubscriptionState.Live.class);
    }

    static <S extends SubscriptionState> S await(BoardSubscription subscription, Class<S> state)
            throws InterruptedException {
        Await.until(state.getSimpleName(), () -> state.isInstance(subscription.state()));
        return state.cast(subscription.state());
    }

    /** Until everything on the board is shown as it is. */
    void awaitCurrent(BoardSubscription subscription) throws InterruptedException {
        List<LeaderboardEntry> actual = actual();
        Await.until("the board is shown", () -> subscription.board().entries().equals(actual));
    }

    List<LeaderboardEntry> actual() {
        return crowd.leaderboards()
                .read(board, LeaderboardReadOptions.builder().limit(200).build())
                .entries();
    }

    String idOf(String runner) {
        LeaderboardReadOptions own =
                LeaderboardReadOptions.builder().limit(200).includeSelf(true).build();
        return as(runner).leaderboards().read(board, own).entries().stream()
                .filter(LeaderboardEntry::isSelf)
                .findFirst()
                .orElseThrow()
                .participantId();
    }

    /** Lets time pass until the next thing happens that was to happen later. */
    void passToNext() throws InterruptedException {
        Await.until("something is to happen", () -> timing.untilNext() != null);
        timing.advance(timing.untilNext());
    }

    void trouble(String operation, Effect... effects) {
        sandbox.addTrouble(
                Trouble.on(operation).times(effects.length).script(effects).build());
    }

    long requests(String operation) {
        return sandbox.requests().stream()
                .map(RecordedRequest::operation)
                .filter(operation::equals)
                .count();
    }

    static double score(BoardView view, String participantId) {
        return view.entries().stream()
                .filter(row -> row.participantId().equals(participantId))
                .findFirst()
                .orElseThrow()
                .score();
    }

    /** Ranked from 1 without a gap, and nobody behind somebody with less. */
    static void assertRanked(BoardView view) {
        for (int i = 0; i < view.entries().size(); i++) {
            assertEquals(i + 1, view.entries().get(i).rank(), () -> "ranks of " + view);
            if (i > 0
                    && view.entries().get(i - 1).score() < view.entries().get(i).score()) {
                throw new AssertionError("wrong order: " + view);
            }
        }
    }

    static String key(LeaderboardScoreUpdate update) {
        return update.participantId() + " " + update.score() + " " + update.rank();
    }
}
