package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamTest extends SandboxTest {
    private TestPlayer ana;
    private String attempt;
    private String board;

    @BeforeEach
    void startedAttempt() {
        begin();
    }

    @Test
    void ready_comesFirst_andNothingAfterItIsMissed() throws IOException {
        try (Sse stream = api.stream(board)) {
            Sse.Event ready = stream.next();
            assertNotNull(ready);
            assertEquals("ready", ready.name());
            assertEquals("{\"leaderboardId\":\"" + board + "\"}", ready.data().toString());
            ana.increment("coin_rush", attempt, 7).expect(200);
            Sse.Event update = stream.next();
            assertNotNull(update);
            assertEquals("score_update", update.name());
            assertEquals(7, update.data().get("score").getAsInt());
            assertEquals(1, update.data().get("rank").getAsInt());
            assertFalse(update.data().has("kind"));
            Reply read = api.get("event-leaderboards/" + board);
            assertEquals(
                    read.text("data.entries.0.participantId"),
                    update.data().get("participantId").getAsString());
        }
    }

    @Test
    void bots_areHeardToo() throws IOException {
        try (Sse stream = api.stream(board)) {
            assertEquals("ready", stream.nextName());
            sandbox.tickBots();
            Sse.Event update = stream.next();
            assertNotNull(update);
            Reply read = api.get("event-leaderboards/" + board + "?limit=1");
            assertEquals("bot", read.text("data.entries.0.kind"));
            assertEquals(
                    read.text("data.entries.0.participantId"),
                    update.data().get("participantId").getAsString());
        }
    }

    @Test
    void botsThatARead_broughtUpToDate_areHeardToo() throws IOException {
        sandbox.close();
        sandbox = KratySandbox.builder()
                .clock(clock)
                .botInterval(Duration.ofMillis(700))
                .start();
        api = new Api(sandbox);
        begin();
        try (Sse stream = api.stream(board)) {
            assertEquals("ready", stream.nextName());
            clock.advance(Duration.ofMillis(700));
            api.get("event-leaderboards/" + board).expect(200);
            assertEquals("score_update", stream.nextName());
        }
    }

    @Test
    void manyUpdates_arriveInOrder() throws IOException {
        try (Sse stream = api.stream(board)) {
            assertEquals("ready", stream.nextName());
            List<Integer> expected = new ArrayList<>();
            List<Integer> actual = new ArrayList<>();
            for (int i = 1; i <= 90; i++) {
                ana.increment("coin_rush", attempt, 1).expect(200);
                expected.add(i);
            }
            for (int i = 1; i <= 90; i++) {
                Sse.Event update = stream.next();
                assertNotNull(update);
                actual.add(update.data().get("score").getAsInt());
            }
            assertEquals(expected, actual);
        }
    }

    @Test
    void closingWindow_finalizes_closes_andEnds() throws IOException {
        ana.increment("coin_rush", attempt, 7).expect(200);
        try (Sse stream = api.stream(board)) {
            assertEquals("ready", stream.nextName());
            sandbox.closeWindow("coin_rush");
            Sse.Event finalized = stream.next();
            assertNotNull(finalized);
            assertEquals("finalized", finalized.name());
            assertEquals("window_closed", finalized.data().get("reason").getAsString());
            assertEquals(9, finalized.data().getAsJsonArray("standings").size());
            assertEquals("closed", stream.nextName());
            assertNull(stream.next());
        }
    }

    @Test
    void windowThatRunsOut_isToldWithoutAnyRequest() throws IOException {
        try (Sse stream = api.stream(board)) {
            assertEquals("ready", stream.nextName());
            clock.advance(Duration.ofHours(2));
            assertEquals("finalized", stream.nextName());
        }
    }

    @Test
    void finalizedBoard_isReadyAndClosedAtOnce() throws IOException {
        sandbox.finalizeBoard(board);
        try (Sse stream = api.stream(board)) {
            assertEquals("ready", stream.nextName());
            assertEquals("closed", stream.nextName());
            assertNull(stream.next());
        }
    }

    @Test
    void unknownBoard_isNotFound() {
        api.get("event-leaderboards/none/stream").expectError(404, "not_found");
    }

    @Test
    void heartbeats_areComments() throws IOException {
        sandbox.close();
        sandbox = KratySandbox.builder()
                .clock(clock)
                .botInterval(Duration.ZERO)
                .heartbeat(Duration.ofMillis(20))
                .start();
        api = new Api(sandbox);
        begin();
        try (Sse stream = api.stream(board)) {
            assertEquals("ready", stream.nextName());
            assertEquals(":", stream.nextName());
            assertEquals(":", stream.nextName());
        }
    }

    @Test
    void droppedStream_breaksInsteadOfEnding_andTheBoardGoesOn() throws IOException {
        try (Sse stream = api.stream(board)) {
            assertEquals("ready", stream.nextName());
            sandbox.dropStreams();
            assertThrows(IOException.class, stream::next);
        }
        ana.increment("coin_rush", attempt, 1).expect(200);
        try (Sse again = api.stream(board)) {
            assertEquals("ready", again.nextName());
        }
    }

    @Test
    void closingTheSandbox_endsStreamsAtOnce() throws IOException {
        try (Sse stream = api.stream(board)) {
            assertEquals("ready", stream.nextName());
            sandbox.close();
            assertNull(stream.next());
        }
    }

    @Test
    void readerThatWentAway_isForgotten() throws Exception {
        try (Sse stream = api.stream(board)) {
            assertEquals("ready", stream.nextName());
            assertEquals(1, sandbox.openStreams());
        }
        for (int i = 0; sandbox.openStreams() > 0 && i < 6_000; i++) {
            sandbox.tickBots();
            Thread.sleep(10); // the operating system has to notice first
        }
        assertEquals(0, sandbox.openStreams());
    }

    private void begin() {
        ana = api.register("ana");
        Reply start = ana.start("coin_rush").expect(201);
        attempt = start.text("data.attempt.id");
        board = start.text("data.leaderboardId");
    }
}
