package io.kraty.sdk.chaos;

import io.kraty.sandbox.Game;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** A platform on which one schedule after the other is played, and somebody who looks at it from outside. */
final class Stage implements AutoCloseable {
    static final String BOARD = "sum";
    static final String EVENT = "run";

    // Everything about it can be told apart afterwards: sums of unlike amounts, and one thing per grant.
    private static final String GAME = """
            game: Chaos
            catalog:
              items: {chest: {name: Chest, type: crate}}
              currencies: {gold: {name: Gold}, gems: {name: Gems}}
            crates: {chest: {outcomes: [{entries: [{currency: gems, amount: 1}]}]}}
            boards:
              sum: {resetCadence: never, scoreAggregation: sum, scoredBy: clients}
            events:
            """;

    final KratySandbox sandbox = KratySandbox.builder()
            .game(Game.parse(game(), "chaos"))
            .frozen(true)
            .onRequest(this::count)
            .start();
    final OkHttpClient http = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(8, 1, TimeUnit.SECONDS))
            .build();
    final Tally tally;
    // Never in trouble: it only looks when there is none.
    private final Kraty outside = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
            .timeout(Duration.ofSeconds(40))
            .build());

    /**
     * One event for all progress, and one for each attempt that is finished: of one event, one attempt is open
     * at a time.
     */
    private static String game() {
        StringBuilder game = new StringBuilder(GAME);
        for (int i = -1; i < Schedule.MOST; i++) {
            game.append("  ")
                    .append(i < 0 ? EVENT : event(i))
                    .append(
                            ": {name: Run, windows: {length: 3650d}, attemptLength: 3600d, goodScore: 10, bots: 0, metrics: {meters: {}}}\n");
        }
        return game.toString();
    }

    static String event(int number) {
        return EVENT + number;
    }

    Stage(Tally tally) {
        this.tally = tally;
    }

    private void count(RecordedRequest request) {
        tally.requests.increment();
        if (request.trouble() != null) {
            tally.faults.increment();
        }
    }

    /** The calls of a player, with their own secret. */
    KratyView as(String player) {
        return outside.with(options(player));
    }

    /** One of these calls again, with the key it was made with. */
    KratyView again(String player, String key) {
        return outside.with(options(player).idempotencyKey(key));
    }

    private RequestOptions options(String player) {
        return RequestOptions.as(player)
                .playerSecret(
                        sandbox.secretOf(player).orElseThrow(() -> new AssertionError(player + " has no secret")));
    }

    @Override
    public void close() {
        outside.close();
        sandbox.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
