package io.kraty.sandbox.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sandbox.internal.file.TroubleFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TroubleViewTest {
    @Test
    void view_isWhatAFileWouldSay() {
        List<Trouble> all = List.of(
                Trouble.on("*").build(),
                Trouble.on("debitWallet")
                        .player("ana")
                        .skip(2)
                        .times(3)
                        .probability(0.25)
                        .delay(Duration.ofMillis(1500))
                        .jitter(Duration.ofSeconds(2))
                        .effect(Effect.resetAfter())
                        .build(),
                Trouble.on("POST /players/*/wallet/**")
                        .script(
                                Effect.pass(),
                                Effect.resetBefore(),
                                Effect.refuse(Duration.ofSeconds(1)),
                                Effect.cut(0.3),
                                Effect.stall(1),
                                Effect.status(503),
                                Effect.status(503).afterProcessing(),
                                Effect.error(409, "conflict"),
                                Effect.bare(204),
                                Effect.rateLimited(Duration.ofSeconds(5)),
                                Effect.rateLimitedUntil(Instant.EPOCH),
                                Effect.contentType("text/html"),
                                Effect.invalidJson(),
                                Effect.redirect("https://elsewhere.example/"),
                                Effect.answer(200, Map.of("A", "b"), "x"),
                                Effect.drop(0),
                                Effect.silence(4),
                                Effect.reverse(5))
                        .build());
        assertEquals(all, TroubleFile.read(Views.text(TroubleView.of(all)), "test"));
    }

    @Test
    void defaults_areLeftOut() {
        assertEquals(
                "[{\"on\":\"ping\",\"effect\":{\"status\":503}}]",
                Views.text(TroubleView.of(
                        List.of(Trouble.on("ping").effect(Effect.status(503)).build()))));
    }
}
