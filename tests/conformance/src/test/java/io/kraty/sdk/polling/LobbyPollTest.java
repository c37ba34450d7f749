package io.kraty.sdk.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyLobbyClosedException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.live.PollLobbyOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.TinyServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LobbyPollTest {
    private static final int CAPACITY = 6;

    // Nobody but the test fills the lobby.
    private final KratySandbox sandbox =
            KratySandbox.builder().lobbyFillTime(Duration.ofHours(1)).start();
    private final List<Lobby> updates = new ArrayList<>();
    private final List<KratyException> errors = new ArrayList<>();
    private final Queue<Runnable> meanwhile = new ArrayDeque<>();
    private FakeTiming timing = FakeTiming.flowing();
    private Kraty kraty;
    private String lobby;

    @BeforeEach
    void start() {
        open();
        lobby = enter();
    }

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private void open() {
        kraty = Kraty.create(options().build());
    }

    private KratyClientOptions.Builder options() {
        return PlayTestOptions.on(sandbox, timing).retry(KratyRetryConfig.none());
    }

    /** One more player in the lobby; its id. */
    private String enter() {
        try (Kraty player = Kraty.create(options().build())) {
            return assertThrows(KratyApiException.class, () -> player.events().start("quick_brawl"))
                    .lobbyId()
                    .orElseThrow();
        }
    }

    private Lobby poll() {
        return poll(kraty);
    }

    private Lobby poll(Kraty client) {
        return client.pollLobbyUntilActive(
                lobby,
                PollLobbyOptions.builder()
                        .interval(Duration.ofSeconds(1))
                        .timeout(Duration.ofMillis(4500))
                        .onUpdate(update -> {
                            updates.add(update);
                            if (!meanwhile.isEmpty()) {
                                meanwhile.remove().run();
                            }
                        })
                        .onError(errors::add)
                        .build());
    }

    private void fill() {
        sandbox.fillLobby(lobby);
    }

    private List<String> reads() {
        return sandbox.requests().stream()
                .map(RecordedRequest::path)
                .filter(path -> path.contains("/lobbies/"))
                .toList();
    }

    private void trouble(int skip, Effect... effects) {
        sandbox.addTrouble(
                Trouble.on("GET /lobbies/*").skip(skip).script(effects).build());
    }

    @Test
    void activeLobby_isReturnedAtOnce() {
        fill();

        assertEquals(LobbyStatus.ACTIVE, poll().status());
        assertEquals(List.of(), timing.sleeps(), "the first read does not wait");
        assertEquals(List.of("/sdk/v1/lobbies/" + lobby), reads());
    }

    @Test
    void formingLobby_isReadAgainUntilItIsActive() {
        meanwhile.add(() -> assertEquals(lobby, enter()));
        meanwhile.add(this::fill);

        Lobby active = poll();

        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), timing.sleeps());
        assertEquals(3, updates.size());
        assertSame(active, updates.get(2));
        assertEquals(LobbyStatus.ACTIVE, active.status());
        assertEquals(
                List.of(1, 2, CAPACITY),
                updates.stream().map(Lobby::filledSlots).toList());
    }

    @Test
    void closedLobby_isNotASuccess() {
        meanwhile.add(() -> sandbox.closeLobby(lobby));

        KratyLobbyClosedException closed = assertThrows(KratyLobbyClosedException.class, this::poll);
        assertEquals(lobby, closed.lobby().id());
        assertEquals(2, updates.size());
    }

    /** Scripted: the sandbox knows no statuses but those of today. */
    @Test
    void unknownStatus_isWaitedThrough() throws Exception {
        Queue<String> statuses = new ArrayDeque<>(List.of("shuffling", "active"));
        try (TinyServer server = TinyServer.answering(exchange -> exchange.json(
                        200,
                        "{\"data\":{\"id\":\"l1\",\"eventId\":\"e\",\"eventWindowId\":\"w\",\"mode\":\"lobby_matched\","
                                + "\"status\":\"" + statuses.remove()
                                + "\",\"capacity\":4,\"participantCount\":1,\"botSlots\":1}}"));
                Kraty client = Kraty.create(options().baseUrl(server.url()).build())) {
            assertEquals(LobbyStatus.ACTIVE, poll(client).status());
            assertEquals("shuffling", updates.get(0).status().value());
        }
    }

    @Test
    void timeout_isKeptToTheNanosecond() {
        assertThrows(KratyTimeoutException.class, this::poll);
        assertEquals(Duration.ofMillis(4500), timing.elapsed());
        assertEquals(Duration.ofMillis(500), timing.sleeps().get(4), "the last pause is what is left");
        assertEquals(5, timing.sleeps().size());
    }

    @Test
    void pauses_varyByUpToATenth() {
        meanwhile.add(this::fill);
        timing.random(0);
        poll();
        assertEquals(List.of(Duration.ofMillis(900)), timing.sleeps());
    }

    @Test
    void passingFailures_areReportedAndSurvived() {
        fill();
        trouble(0, Effect.status(503), Effect.resetBefore());

        assertEquals(LobbyStatus.ACTIVE, poll().status());
        assertEquals(2, errors.size());
        assertInstanceOf(KratyApiException.class, errors.get(0));
        assertInstanceOf(KratyNetworkException.class, errors.get(1));
    }

    @Test
    void unknownLobby_endsTheWait() {
        trouble(1, Effect.error(404, "not_found"));

        assertTrue(assertThrows(KratyApiException.class, this::poll).isNotFound());
        assertEquals(2, reads().size());
    }

    @Test
    void refusedKey_endsTheWait() {
        try (Kraty stranger =
                Kraty.create(options().apiKey(PlayTestOptions.API_KEY).build())) {
            assertEquals(
                    401,
                    assertThrows(KratyApiException.class, () -> poll(stranger)).status());
        }
        assertEquals(1, reads().size());
    }

    @Test
    void close_endsTheWait() throws Exception {
        timing = FakeTiming.stepped();
        kraty.close();
        open();
        Background<IllegalStateException> waiting =
                Background.of(() -> assertThrows(IllegalStateException.class, this::poll));
        timing.awaitSleep();

        kraty.close(); // in the middle of a pause, which does not end by itself

        assertEquals("this Kraty is closed", waiting.result().getMessage());
        assertEquals(1, reads().size());
    }

    @Test
    void interrupt_endsTheWaitWithTheFlagSet() throws Exception {
        kraty.close();
        timing = FakeTiming.stepped();
        open();
        Background<Boolean> waiting = Background.of(() -> {
            assertThrows(KratyNetworkException.class, this::poll);
            return Thread.currentThread().isInterrupted();
        });
        timing.awaitSleep();
        waiting.thread().interrupt();

        assertTrue(waiting.result());
        assertEquals(1, reads().size());
    }
}
