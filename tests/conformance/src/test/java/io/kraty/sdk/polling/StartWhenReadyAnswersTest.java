package io.kraty.sdk.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.live.LobbyProgress;
import io.kraty.sdk.live.StartWhenReadyOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.Limits;
import io.kraty.sdk.wire.TinyServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the sandbox does not do: odd answers, and none. */
class StartWhenReadyAnswersTest {
    private final List<LobbyProgress> updates = new ArrayList<>();

    private static Kraty open(TinyServer server, Timing timing) {
        return Kraty.create(PlayTestOptions.at(server.url(), timing)
                .activeExternalPlayerId("ann")
                .playerSecret("ps_of_ann")
                .timeout(Duration.ofMinutes(5))
                .build());
    }

    private StartWhenReadyOptions within(Duration limit) {
        return StartWhenReadyOptions.builder()
                .timeout(limit)
                .onUpdate(updates::add)
                .build();
    }

    private static void forming(Exchange exchange, String details) throws IOException {
        exchange.json(202, "{\"error\":{\"code\":\"lobby_forming\",\"message\":\"wait\",\"details\":" + details + "}}");
    }

    private static void lobby(Exchange exchange, String status) throws IOException {
        exchange.json(
                200,
                "{\"data\":{\"id\":\"l1\",\"eventId\":\"e\",\"eventWindowId\":\"w\",\"mode\":\"lobby_matched\","
                        + "\"status\":\"" + status + "\",\"capacity\":4,\"participantCount\":1,\"botSlots\":9}}");
    }

    private static void started(Exchange exchange) throws IOException {
        exchange.json(
                201,
                "{\"data\":{\"attempt\":{\"id\":\"a1\",\"eventId\":\"e\",\"eventWindowId\":\"w\","
                        + "\"leaderboardId\":\"b\",\"playerId\":\"p\",\"startedAt\":\"2026-01-01T00:00:00Z\","
                        + "\"endsAt\":\"2026-01-01T01:00:00Z\",\"metrics\":{},\"metricsRaw\":{},\"score\":0,"
                        + "\"status\":\"in_progress\"},\"leaderboardId\":\"b\","
                        + "\"windowEndsAt\":\"2026-01-01T02:00:00Z\"}}");
    }

    @Test
    void lobbyWithoutAnId_isAskedForByStartingAgain() throws Exception {
        FakeTiming timing = FakeTiming.flowing();
        List<String> details = new ArrayList<>(List.of("null", "{}", "[7]"));
        try (TinyServer server = TinyServer.answering(exchange -> {
                    if (details.isEmpty()) {
                        started(exchange);
                    } else {
                        forming(exchange, details.remove(0));
                    }
                });
                Kraty kraty = open(server, timing)) {
            assertEquals("a1", kraty.events().startWhenReady("brawl").attempt().id());

            assertEquals(4, server.requests().size());
            assertEquals(3, timing.sleeps().size(), "a pause between every two of them");
        }
    }

    /** At the first launch, in a lift. */
    @Test
    void playerWhoCannotBeRegisteredAtFirst_isWaitedFor() throws Exception {
        FakeTiming timing = FakeTiming.flowing();
        try (KratySandbox sandbox = KratySandbox.start();
                Kraty kraty = Kraty.create(PlayTestOptions.on(sandbox, timing)
                        .retry(KratyRetryConfig.none())
                        .build())) {
            sandbox.addTrouble(Trouble.on("registerPlayer")
                    .times(2)
                    .effect(Effect.status(503))
                    .build());

            assertEquals(
                    "in_progress",
                    kraty.events()
                            .startWhenReady("coin_rush")
                            .attempt()
                            .status()
                            .value());
            assertEquals(2, timing.sleeps().size());
        }
    }

    @Test
    void lobbyThatIsActiveAndStillFormingToStart_isAskedAboutWithPauses() throws Exception {
        FakeTiming timing = FakeTiming.flowing();
        try (TinyServer server = TinyServer.answering(exchange -> {
                    if (exchange.request().method().equals("POST")) {
                        forming(exchange, "{\"lobbyId\":\"l1\"}");
                    } else {
                        lobby(exchange, "active");
                    }
                });
                Kraty kraty = open(server, timing)) {
            assertThrows(
                    KratyTimeoutException.class,
                    () -> kraty.events().startWhenReady("brawl", Map.of(), within(Duration.ofMillis(4500))));

            assertEquals(Duration.ofMillis(4500), timing.elapsed());
            assertEquals(6, server.requests("/start").size(), "two at once, then one per second");
        }
    }

    @Test
    void lobbyThatDoesNotSayUntilWhen_hasNoTimeLeft_andNoMorePlacesThanItHolds() throws Exception {
        List<String> statuses = new ArrayList<>(List.of("forming", "active"));
        try (TinyServer server = TinyServer.answering(exchange -> {
                    if (exchange.request().method().equals("GET")) {
                        lobby(exchange, statuses.remove(0));
                    } else if (statuses.isEmpty()) {
                        started(exchange);
                    } else {
                        forming(exchange, "{\"lobbyId\":\"l1\"}");
                    }
                });
                Kraty kraty = open(server, FakeTiming.flowing())) {
            kraty.events().startWhenReady("brawl", Map.of(), within(Duration.ofMinutes(1)));

            assertEquals(null, updates.get(0).timeLeft());
            assertEquals(3, updates.get(0).bots());
        }
    }

    @Test
    void context_staysWhatItWas() throws Exception {
        Map<String, Object> context = new HashMap<>(Map.of("level", 7));
        try (TinyServer server = TinyServer.answering(exchange -> {
                    if (exchange.request().method().equals("GET")) {
                        context.put("level", 8);
                        lobby(exchange, "active");
                    } else if (context.get("level").equals(8)) {
                        started(exchange);
                    } else {
                        forming(exchange, "{\"lobbyId\":\"l1\"}");
                    }
                });
                Kraty kraty = open(server, FakeTiming.flowing())) {
            kraty.events().startWhenReady("brawl", context, within(Duration.ofMinutes(1)));

            assertEquals(2, server.requests("/start").size());
            server.requests("/start")
                    .forEach(start -> assertTrue(start.body().contains("{\"level\":7}"), start.body()));
        }
    }

    @Test
    void interrupt_endsAStartThatIsNotAnswered() throws Exception {
        try (TinyServer silent = TinyServer.manual();
                Kraty kraty = open(silent, FakeTiming.flowing())) {
            Background<Boolean> waiting = Background.of(() -> {
                assertThrows(KratyNetworkException.class, () -> kraty.events().startWhenReady("brawl"));
                return Thread.currentThread().isInterrupted();
            });
            silent.next();
            waiting.thread().interrupt();

            assertTrue(waiting.result());
            assertEquals(1, silent.requests().size());
        }
    }

    /** With the real clock: the wait for the answer is what has to be cut, far below the timeout of a call. */
    @Test
    void startThatIsNeverAnswered_isCutToTheTime() throws Exception {
        Limits.grow(limit -> {
            try (TinyServer silent = TinyServer.manual();
                    Kraty kraty = open(silent, Timing.system())) {
                Background<KratyNetworkException> waiting = Background.of(() -> assertThrows(
                        KratyNetworkException.class,
                        () -> kraty.events().startWhenReady("brawl", Map.of(), within(limit))));
                waiting.result();
                return !silent.requests().isEmpty();
            }
        });
    }
}
