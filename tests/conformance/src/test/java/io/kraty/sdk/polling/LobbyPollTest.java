package io.kraty.sdk.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.KratyException;
import io.kraty.sdk.KratyLobbyClosedException;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.KratyRetryConfig;
import io.kraty.sdk.KratyTimeoutException;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.PollLobbyOptions;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.TinyServer;
import io.kraty.sdk.wire.TinyServer.Handler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LobbyPollTest {
    private final Queue<Handler> answers = new ConcurrentLinkedQueue<>();
    private final List<Lobby> updates = new ArrayList<>();
    private final List<KratyException> errors = new ArrayList<>();
    private FakeTiming timing = FakeTiming.flowing();
    private TinyServer server;
    private Kraty kraty;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.answering(exchange -> {
            Handler next = answers.size() > 1 ? answers.remove() : answers.element(); // the last one stays
            next.handle(exchange);
        });
        open();
    }

    private void open() {
        kraty = Kraty.create(PlayTestOptions.at(server.url(), timing)
                .retry(KratyRetryConfig.none())
                .build());
    }

    @AfterEach
    void stop() throws Exception {
        kraty.close();
        server.close();
    }

    private Lobby poll() {
        return kraty.pollLobbyUntilActive(
                "l1",
                PollLobbyOptions.builder()
                        .interval(Duration.ofSeconds(1))
                        .timeout(Duration.ofMillis(4500))
                        .onUpdate(updates::add)
                        .onError(errors::add)
                        .build());
    }

    @Test
    void activeLobby_isReturnedAtOnce() {
        answers.add(Lobbies.in("active"));

        assertEquals(LobbyStatus.ACTIVE, poll().status());
        assertEquals(List.of(), timing.sleeps(), "the first read does not wait");
        assertEquals("/sdk/v1/lobbies/l1", server.requests().get(0).target());
    }

    @Test
    void formingLobby_isReadAgainUntilItIsActive() {
        answers.addAll(List.of(Lobbies.in("forming"), Lobbies.in("forming", 4, 2, 1), Lobbies.in("active")));

        Lobby active = poll();

        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), timing.sleeps());
        assertEquals(3, updates.size());
        assertSame(active, updates.get(2));
        assertEquals(List.of(2, 3, 2), updates.stream().map(Lobby::filledSlots).toList());
    }

    @Test
    void closedLobby_isNotASuccess() {
        answers.addAll(List.of(Lobbies.in("forming"), Lobbies.in("closed")));

        KratyLobbyClosedException closed = assertThrows(KratyLobbyClosedException.class, this::poll);
        assertEquals("l1", closed.lobby().id());
        assertEquals(2, updates.size());
    }

    @Test
    void unknownStatus_isWaitedThrough() {
        answers.addAll(List.of(Lobbies.in("shuffling"), Lobbies.in("active")));

        assertEquals(LobbyStatus.ACTIVE, poll().status());
        assertEquals("shuffling", updates.get(0).status().value());
    }

    @Test
    void timeout_isKeptToTheNanosecond() {
        answers.add(Lobbies.in("forming"));

        assertThrows(KratyTimeoutException.class, this::poll);
        assertEquals(Duration.ofMillis(4500), timing.elapsed());
        assertEquals(Duration.ofMillis(500), timing.sleeps().get(4), "the last pause is what is left");
        assertEquals(5, timing.sleeps().size());
    }

    @Test
    void pauses_varyByUpToATenth() {
        answers.addAll(List.of(Lobbies.in("forming"), Lobbies.in("active")));
        timing.random(0);
        poll();
        assertEquals(List.of(Duration.ofMillis(900)), timing.sleeps());
    }

    @Test
    void passingFailures_areReportedAndSurvived() {
        answers.addAll(
                List.of(exchange -> exchange.error(503, "internal_error"), Exchange::drop, Lobbies.in("active")));

        assertEquals(LobbyStatus.ACTIVE, poll().status());
        assertEquals(2, errors.size());
        assertInstanceOf(KratyApiException.class, errors.get(0));
        assertInstanceOf(KratyNetworkException.class, errors.get(1));
    }

    @Test
    void unknownLobby_endsTheWait() {
        answers.addAll(List.of(Lobbies.in("forming"), exchange -> exchange.error(404, "not_found")));

        assertTrue(assertThrows(KratyApiException.class, this::poll).isNotFound());
        assertEquals(2, server.requests().size());
    }

    @Test
    void refusedKey_endsTheWait() {
        answers.add(exchange -> exchange.error(401, "session_invalid"));
        assertEquals(401, assertThrows(KratyApiException.class, this::poll).status());
        assertEquals(1, server.requests().size());
    }

    @Test
    void interrupt_endsTheWaitWithTheFlagSet() throws Exception {
        kraty.close();
        timing = FakeTiming.stepped();
        open();
        answers.add(Lobbies.in("forming"));
        Background<Boolean> waiting = Background.of(() -> {
            assertThrows(KratyNetworkException.class, this::poll);
            return Thread.currentThread().isInterrupted();
        });
        timing.awaitSleep();
        waiting.thread().interrupt();

        assertTrue(waiting.result());
        assertEquals(1, server.requests().size());
    }
}
