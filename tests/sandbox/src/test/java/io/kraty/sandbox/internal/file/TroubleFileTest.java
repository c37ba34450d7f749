package io.kraty.sandbox.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TroubleFileTest {
    private static List<Trouble> read(String text) {
        return TroubleFile.read(text, "trouble.yaml");
    }

    private static void assertEffect(Effect expected, String text) {
        Trouble trouble = Trouble.on("ping").effect(expected).build();
        assertEquals(List.of(trouble), read("{on: ping, effect: " + text + "}"));
    }

    @Test
    void everyKey_isRead() {
        Trouble expected = Trouble.on("POST /players/*/wallet/**")
                .player("ada")
                .skip(2)
                .times(3)
                .probability(0.25)
                .delay(Duration.ofMillis(50))
                .jitter(Duration.ofSeconds(1))
                .script(Effect.pass(), Effect.resetAfter())
                .build();
        assertEquals(List.of(expected), read("""
                        - on: POST /players/*/wallet/**
                          player: ada
                          skip: 2
                          times: 3
                          probability: 0.25
                          delay: 50ms
                          jitter: 1s
                          script: [pass, reset_after]
                        """));
    }

    @Test
    void oneMapping_isOneTrouble_withTheDefaultsOfTheBuilder() {
        assertEquals(List.of(Trouble.on("*").build()), read("{\"on\": \"*\"}"));
    }

    @Test
    void list_keepsItsOrder_andMayBeEmpty() {
        assertEquals(List.of(Trouble.on("ping").build(), Trouble.on("*").build()), read("[{on: ping}, {on: '*'}]"));
        assertEquals(List.of(), read("[]"));
    }

    @Test
    void words_areEffects() {
        assertEffect(Effect.pass(), "pass");
        assertEffect(Effect.resetBefore(), "reset_before");
        assertEffect(Effect.resetAfter(), "reset_after");
        assertEffect(Effect.invalidJson(), "invalid_json");
        assertEffect(Effect.cut(0.5), "cut");
        assertEffect(Effect.stall(0.5), "stall");
        assertEffect(Effect.drop(1), "drop");
        assertEffect(Effect.silence(1), "silence");
        assertEffect(Effect.reverse(2), "reverse");
    }

    @Test
    void mappings_areEffects_withWhatThereIsToSay() {
        assertEffect(Effect.refuse(Duration.ofSeconds(2)), "{refuse: 2s}");
        assertEffect(Effect.cut(0), "{cut: 0}");
        assertEffect(Effect.stall(0.75), "{stall: 0.75}");
        assertEffect(Effect.drop(3), "{drop: 3}");
        assertEffect(Effect.silence(0), "{silence: 0}");
        assertEffect(Effect.reverse(3), "{reverse: 3}");
        assertEffect(Effect.status(503), "{status: 503}");
        assertEffect(Effect.error(403, "player_banned"), "{error: {status: 403, code: player_banned}}");
        assertEffect(Effect.bare(502), "{bare: 502}");
        assertEffect(Effect.rateLimited(Duration.ofSeconds(2)), "{rate_limited: 2s}");
        assertEffect(
                Effect.rateLimitedUntil(Instant.parse("2026-01-01T00:00:00Z")),
                "{rate_limited_until: 2026-01-01T00:00:00Z}");
        assertEffect(Effect.contentType("text/html"), "{content_type: text/html}");
        assertEffect(Effect.redirect("http://localhost:1/"), "{redirect: 'http://localhost:1/'}");
    }

    @Test
    void answers_areAsTheyAreWritten() {
        assertEffect(
                Effect.answer(200, Map.of("Content-Type", "text/plain", "X-A", "b"), "hello"),
                "{answer: {status: 200, headers: {Content-Type: text/plain, X-A: b}, body: hello}}");
        assertEffect(Effect.answer(204, Map.of(), ""), "{answer: {status: 204, body: ''}}");
        assertEffect(Effect.answer(500, Map.of(), "").afterProcessing(), "{answer: {status: 500, processed: true}}");
    }

    static Stream<WrongFile> wrong() {
        return WrongFile.in("wrong-trouble.txt");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongTrouble_isRefusedWithThePlaceAndWhatWasExpected(WrongFile wrong) {
        wrong.assertRefused(TroubleFileTest::read);
    }
}
