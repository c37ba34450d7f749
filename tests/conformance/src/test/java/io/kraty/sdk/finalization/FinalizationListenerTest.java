package io.kraty.sdk.finalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.ConfiguredBoardRef;
import io.kraty.sdk.live.EventBoardRef;
import io.kraty.sdk.live.FinalizationListener;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Warnings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is told, when, and when that counts. */
class FinalizationListenerTest {
    private final Device device = new Device();

    @AfterEach
    void stop() {
        device.close();
    }

    private String endedBoard(Kraty kraty, String event) {
        String board = kraty.events().start(event).leaderboardId();
        device.sandbox.finalizeBoard(board);
        return board;
    }

    private static EventBoardRef board(String id) {
        return new EventBoardRef(id, null);
    }

    private boolean isReported() {
        return device.memberships.content().toString().contains("reported");
    }

    @Test
    void listenerThatThrows_getsItAgain() throws Exception {
        Kraty kraty = device.launch();
        endedBoard(kraty, "coin_rush");
        AtomicInteger calls = new AtomicInteger();
        try (Warnings warnings = Warnings.of("io.kraty.sdk.finalization")) {
            kraty.onFinalized(result -> {
                calls.incrementAndGet();
                throw new IllegalStateException("no screen to show it on");
            });
            assertEquals(1, kraty.checkFinalizations().size());
            assertEquals(1, kraty.checkFinalizations().size());
            assertEquals(2, calls.get());
            assertEquals(2, warnings.texts().size());
            assertTrue(warnings.texts().get(0).contains("no screen"), warnings.texts()::toString);
        }
        assertFalse(isReported());

        Kraty next = device.launch();
        HeardResults heard = new HeardResults();
        next.onFinalized(heard);
        assertEquals("coin_rush", heard.only().eventKey());
        Await.until("it is kept that it was taken", this::isReported);
    }

    @Test
    void listenerThatThrows_doesNotStopTheOthersWhoTakeIt() {
        Kraty kraty = device.launch();
        endedBoard(kraty, "coin_rush");
        HeardResults before = new HeardResults();
        HeardResults after = new HeardResults();
        try (Warnings warnings = Warnings.of("io.kraty.sdk.finalization")) {
            kraty.onFinalized(before);
            kraty.onFinalized(result -> {
                throw new StackOverflowError();
            });
            kraty.onFinalized(after);
            kraty.checkFinalizations();
            kraty.checkFinalizations();
            assertEquals(1, warnings.texts().size());
        }
        assertEquals(1, before.all().size());
        assertEquals(1, after.all().size());
        assertTrue(isReported());
    }

    @Test
    void listenerThatComesLate_getsWhatWaitsWithoutAnotherCheck() throws Exception {
        Kraty kraty = device.launch();
        String board = endedBoard(kraty, "coin_rush");
        kraty.checkFinalizations();
        int asked = device.sandbox.requests().size();
        HeardResults heard = new HeardResults();
        kraty.onFinalized(heard);

        assertEquals(board(board), heard.only().ref());
        Await.until("it is kept that it was taken", this::isReported);
        assertEquals(asked, device.sandbox.requests().size());
    }

    @Test
    void listenerOfTheNextLaunch_getsWhatWaitsBeforeAnybodyPlays() throws Exception {
        Kraty kraty = device.launch();
        String board = endedBoard(kraty, "coin_rush");
        kraty.checkFinalizations();
        int asked = device.sandbox.requests().size();
        HeardResults heard = new HeardResults();
        device.launch().onFinalized(heard);

        assertEquals(board(board), heard.only().ref());
        assertEquals(asked, device.sandbox.requests().size());
    }

    @Test
    void playerWhoComesBack_getsWhatWaitsWhenTheyPlay() throws Exception {
        Kraty kraty = device.launch();
        String secret = device.sandbox.register("a");
        kraty.signIn("a", secret);
        String board = endedBoard(kraty, "coin_rush");
        kraty.checkFinalizations();
        kraty.logout();

        Kraty next = device.launch();
        HeardResults heard = new HeardResults();
        next.onFinalized(heard);
        next.signIn("a", secret);
        next.events().start("endless_run");
        assertEquals(board(board), heard.only().ref());
    }

    @Test
    void onFinalized_leavesTheStoreToOtherThreads() throws Exception {
        endedBoard(device.launch(), "coin_rush");
        Kraty kraty = device.launch();
        int before = device.memberships.users().size();
        kraty.onFinalized(new HeardResults());
        Await.until("somebody looks", () -> device.memberships.users().size() > before);

        List<Thread> users = device.memberships.users();
        assertFalse(users.subList(before, users.size()).contains(Thread.currentThread()));
    }

    @Test
    void removedListener_hearsNothing() {
        Kraty kraty = device.launch();
        endedBoard(kraty, "coin_rush");
        HeardResults removed = new HeardResults();
        HeardResults kept = new HeardResults();
        Runnable removal = kraty.onFinalized(removed);
        kraty.onFinalized(removed);
        kraty.onFinalized(kept);
        removal.run();
        removal.run();
        kraty.checkFinalizations();

        assertEquals(1, removed.all().size(), "the other registration of the same one stays");
        assertEquals(1, kept.all().size());
    }

    @Test
    void listener_mayAskForMore() throws Exception {
        Kraty kraty = device.launch();
        endedBoard(kraty, "coin_rush");
        List<FinalizationResult> within = new CopyOnWriteArrayList<>();
        kraty.onFinalized(result -> {
            within.addAll(kraty.checkFinalizations());
            kraty.events().start("endless_run");
            kraty.dismiss(result.ref());
        });

        assertEquals(1, Background.of(kraty::checkFinalizations).result().size());
        assertEquals(List.of(), within, "what is being told is not told again");
        assertTrue(isReported());
    }

    @Test
    void closedKraty_tellsNobodyAnything() {
        Kraty kraty = device.launch();
        endedBoard(kraty, "coin_rush");
        endedBoard(kraty, "endless_run");
        HeardResults heard = new HeardResults();
        kraty.onFinalized(result -> {
            heard.onFinalized(result);
            kraty.close();
        });
        List<FinalizationResult> found = new ArrayList<>(kraty.checkFinalizations());

        assertEquals(2, found.size());
        assertEquals(found.subList(0, 1), heard.all());
        assertEquals(List.of(found.get(1)), device.launch().checkFinalizations(), "the second is still to come");
        assertThrows(IllegalStateException.class, kraty::checkFinalizations);
        assertThrows(IllegalStateException.class, () -> kraty.onFinalized(heard));
        assertThrows(IllegalStateException.class, kraty::clearReported);
        assertThrows(IllegalStateException.class, () -> kraty.dismiss(board("any")));
    }

    @Test
    void severalChecksAtOnce_tellOnce() throws Exception {
        Kraty kraty = device.launch();
        for (String event : List.of("coin_rush", "endless_run", "river_race")) {
            endedBoard(kraty, event);
        }
        HeardResults heard = new HeardResults();
        kraty.onFinalized(heard);
        List<Background<List<FinalizationResult>>> checks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            checks.add(Background.of(kraty::checkFinalizations));
        }
        int found = 0;
        for (Background<List<FinalizationResult>> check : checks) {
            found += check.result().size();
        }
        assertEquals(3, found);
        Await.until("all are told", () -> heard.all().size() >= 3);
        assertEquals(3, heard.all().size());
        assertEquals(3, device.count("getEventLeaderboard"));
    }

    @Test
    void refs_areEqualIfTheBoardIs() {
        assertEquals(new EventBoardRef("x", "event"), board("x"));
        assertEquals(new EventBoardRef("x", "event").hashCode(), board("x").hashCode());
        assertFalse(board("x").equals(board("y")));
        ConfiguredBoardRef configured = new ConfiguredBoardRef("x", Instant.EPOCH, "");
        assertEquals(new ConfiguredBoardRef("x", Instant.EPOCH, null), configured);
        assertFalse(board("x").equals(configured));
        assertFalse(configured.equals(new ConfiguredBoardRef("x", Instant.EPOCH, "eu")));
        Map<Object, String> byBoard = Map.of(board("x"), "found");
        assertEquals("found", byBoard.get(new EventBoardRef("x", "event")));
    }

    @Test
    void listenerIsRequired() {
        Kraty kraty = device.launch();
        FinalizationListener none = null;
        assertThrows(IllegalArgumentException.class, () -> kraty.onFinalized(none));
    }
}
