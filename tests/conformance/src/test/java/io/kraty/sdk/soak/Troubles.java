package io.kraty.sdk.soak;

import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import java.time.Duration;
import java.util.List;

/** Every kind of trouble, each rare by itself. */
final class Troubles {
    private static final double RARE = 0.004;
    private static final double SELDOM = 0.0008; // costs a whole time-out
    private static final double OFTEN = 0.3; // of streams
    private static final String BOARD = "streamEventLeaderboard";
    private static final String HOLDINGS = "streamInventory";

    private Troubles() {}

    static Trouble[] all() {
        List<Effect> rare = List.of(
                Effect.resetBefore(),
                Effect.resetAfter(),
                Effect.resetAfter(),
                Effect.cut(0),
                Effect.cut(0.5),
                Effect.cut(0.95),
                Effect.status(500),
                Effect.status(503).afterProcessing(),
                Effect.bare(502),
                Effect.error(503, "internal_error"),
                Effect.status(408),
                Effect.rateLimited(Duration.ZERO),
                Effect.rateLimited(Duration.ofSeconds(5)),
                Effect.invalidJson(),
                Effect.contentType("text/html"),
                Effect.redirect("http://127.0.0.1:1/elsewhere"));
        return java.util.stream.Stream.of(
                        rare.stream().map(effect -> on("*", RARE, effect)),
                        java.util.stream.Stream.of(
                                on("*", SELDOM, Effect.stall(0)),
                                on("*", SELDOM, Effect.stall(0.5)),
                                on("*", SELDOM / 10, Effect.refuse(Duration.ofMillis(30))),
                                on(BOARD, OFTEN, Effect.drop(1)),
                                on(HOLDINGS, OFTEN, Effect.drop(3)),
                                on(HOLDINGS, OFTEN, Effect.silence(2)),
                                Trouble.on("*")
                                        .probability(RARE)
                                        .delay(Duration.ofMillis(5))
                                        .jitter(Duration.ofMillis(50))
                                        .build()))
                .flatMap(some -> some)
                .toArray(Trouble[]::new);
    }

    private static Trouble on(String pattern, double probability, Effect effect) {
        return Trouble.on(pattern).probability(probability).effect(effect).build();
    }
}
