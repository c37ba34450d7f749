package io.kraty.game.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.game.Scratch;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was earned or paid arrives once, whatever the platform, the disk or the player does meanwhile. */
class NothingLostTest {
    private final Path files = Scratch.directory();
    private final KratySandbox sandbox = Played.sandbox();
    private Played played;
    private Game game;

    @BeforeEach
    void begin() {
        open();
        ready();
    }

    @AfterEach
    void end() {
        played.close();
        sandbox.close();
    }

    private void open() {
        played = new Played(sandbox, files);
        game = played.game;
    }

    private void ready() {
        played.until(
                "all is read", () -> game.events().isLoaded() && game.profile().name() != null);
        played.until("the bag", () -> game.bag().isCurrent());
    }

    private void earn(long gold) {
        sandbox.credit(game.profile().id(), "gold", gold);
        played.until("gold", () -> game.bag().amount("gold") >= gold);
    }

    private List<LedgerEntry> debits() {
        return sandbox.ledger().stream()
                .filter(entry -> entry.reason().equals("debit"))
                .toList();
    }

    private List<RecordedRequest> requests(String operation) {
        return sandbox.requests().stream()
                .filter(request -> operation.equals(request.operation()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "401,unauthenticated",
        "401,session_invalid",
        "403,forbidden",
        "403,tenant_mismatch",
        "404,not_found",
        "409,conflict"
    })
    void aPurchase_isKeptWhateverIsSaidOfIt(int status, String code) {
        sandbox.addTrouble(
                Trouble.on("trackPurchase").effect(Effect.error(status, code)).build());
        game.shop().buy(game.shop().products().get(0));
        played.until("it is said", () -> played.wasSaid("problem.kept"));
        assertEquals(1, game.unsent());
        sandbox.clearTrouble();
        played.close();

        open();
        played.until("tracked", () -> game.shop().purchases() == 1 && game.unsent() == 0);
    }

    /** Whoever may not send for now still has played. */
    @ParameterizedTest
    @CsvSource({"401,session_invalid", "403,forbidden", "403,tenant_mismatch"})
    void aRound_isKeptUntilThePlayerMaySend(int status, String code) {
        game.quest().enter(game.events().card("spark_rush"));
        played.until(
                "play", () -> game.quest().isPlaying() && game.quest().round().score() > 5);
        sandbox.addTrouble(
                Trouble.on("reportProgress").effect(Effect.error(status, code)).build(),
                Trouble.on("finishAttempt").effect(Effect.error(status, code)).build(),
                Trouble.on("submitScore").effect(Effect.error(status, code)).build());
        game.quest().stop();
        played.rest(1);
        assertTrue(game.unsent() > 1, "only " + game.unsent());
        sandbox.clearTrouble();
        played.close();

        open();
        played.until("sent", () -> game.events().isLoaded() && game.unsent() == 0);
        assertTrue(requests("finishAttempt").stream().anyMatch(request -> request.status() == 200));
    }

    @Test
    void whatCannotBePaid_isGivenUp() {
        earn(100);
        sandbox.addTrouble(
                Trouble.on("debitWallet").effect(Effect.error(409, "conflict")).build());
        game.shop().buy(game.shop().offers().get(0));
        played.until("given up", () -> game.unsent() == 0);
        assertFalse(game.shop().isBuying(game.shop().offers().get(0)));
    }

    @Test
    void whoPays_getsTheItem_alsoIfTheySignOutMeanwhile() {
        String me = game.profile().id();
        earn(500);
        sandbox.addTrouble(Trouble.on("*").delay(Duration.ofMillis(700)).build());
        game.shop().buy(game.shop().offers().get(0));
        played.rest(0.4);
        game.profile().signOut();
        played.rest(3);
        sandbox.clearTrouble();
        played.until(
                "another player",
                () -> game.profile().name() != null && !me.equals(game.profile().id()));
        played.rest(1);
        for (LedgerEntry entry : sandbox.ledger()) {
            assertFalse(
                    entry.key().equals("shield") && !entry.externalPlayerId().equals(me),
                    "somebody else got it: " + entry);
        }
        assertEquals(0, game.unsent());
    }

    @Test
    void aRound_belongsToWhoBeganIt() {
        String me = game.profile().id();
        String secret = sandbox.register("zoe");
        game.quest().enter(game.events().card("spark_rush"));
        played.until(
                "play", () -> game.quest().isPlaying() && game.quest().round().score() > 10);
        game.profile().signIn("zoe", secret);
        played.until(
                "zoe", () -> "zoe".equals(game.profile().id()) && game.profile().name() != null);
        played.rest(1.5);
        for (RecordedRequest request : sandbox.requests()) {
            if (request.path().contains("spark_rush") || "submitScore".equals(request.operation())) {
                assertFalse("zoe".equals(request.externalPlayerId()), request.toString());
            }
        }
        assertEquals(Quest.Phase.NONE, game.quest().phase());
        assertEquals(0, game.unsent());

        game.profile().signIn(me, sandbox.secretOf(me).orElseThrow());
        played.until("the first again", () -> me.equals(game.profile().id()) && game.unsent() == 0);
        played.until(
                "all of it is sent",
                () -> requests("finishAttempt").stream().anyMatch(request -> me.equals(request.externalPlayerId())));
    }

    @Test
    void theOldPlayersAnswers_areNotShownToTheNextOne() {
        String me = game.profile().id();
        game.profile().rename("Somebody Else", "owl");
        played.until("named", () -> "Somebody Else".equals(game.profile().name()));
        sandbox.befriend(me, "marta");
        sandbox.addTrouble(
                Trouble.on("*").player(me).delay(Duration.ofSeconds(1)).build());
        game.friends().refresh();
        game.bag().begin();
        game.profile().begin();
        played.rest(0.2);
        game.profile().signOut();
        played.until(
                "another",
                () -> game.profile().name() != null && !me.equals(game.profile().id()));
        played.rest(3);
        assertFalse("Somebody Else".equals(game.profile().name()));
        assertEquals(List.of(), game.friends().friends());
    }

    @Test
    void aWrongSecret_changesNothing() {
        String me = game.profile().id();
        String name = game.profile().name();
        sandbox.register("zoe");
        game.profile().signIn("zoe", "mistyped-mistyped");
        played.until("told", () -> played.wasSaid("profile.sign_in.wrong"));
        played.rest(0.5);
        assertEquals(me, game.profile().id());
        assertEquals(name, game.profile().name());
        assertEquals(null, game.barred());
        played.close();

        open();
        ready();
        assertEquals(me, game.profile().id());
    }

    @Test
    void signingInOffline_changesNothing() {
        String me = game.profile().id();
        String secret = sandbox.register("zoe");
        sandbox.goOffline();
        game.profile().signIn("zoe", secret);
        played.until("told", () -> played.wasSaid("connection.offline"));
        assertEquals(me, game.profile().id());
        sandbox.goOnline();
        played.until("back", () -> !game.isOffline());
        game.profile().signIn("zoe", secret);
        played.until(
                "signed in",
                () -> "zoe".equals(game.profile().id()) && game.profile().name() != null);
    }

    /** Its answer belongs to the player before, and is not told. */
    @Test
    void theNetwork_isLookedForAlsoAfterAChangeOfPlayers() {
        sandbox.goOffline();
        game.events().refresh();
        played.until("offline", game::isOffline);
        for (int i = 1; i <= 6; i++) {
            played.rest(0.6); // some change falls into a look
            game.switchTo(1 + i % 2);
        }
        sandbox.goOnline();
        played.until("back", () -> !game.isOffline() && game.events().isLoaded());
    }

    @Test
    void anyAnswer_meansThatTheNetworkIsBack() {
        sandbox.goOffline();
        game.events().refresh();
        played.until("offline", game::isOffline);
        sandbox.addTrouble(Trouble.on("ping").effect(Effect.resetBefore()).build()); // a look for it finds nothing
        played.rest(0.2);
        sandbox.goOnline();
        game.friends().refresh();
        played.until("back", () -> !game.isOffline());
    }

    @Test
    void aTrade_isRememberedByTheShop() {
        earn(500);
        Shop.Offer offer = game.shop().offers().get(0);
        sandbox.addTrouble(Trouble.on("debitWallet").effect(Effect.status(503)).build());
        game.shop().buy(offer);
        played.rest(0.5);
        assertTrue(game.shop().isBuying(offer));
        played.close();

        open();
        ready();
        played.until("the gold", () -> game.bag().amount("gold") >= 500);
        assertTrue(game.shop().isBuying(offer));
        game.shop().buy(offer);
        sandbox.clearTrouble();
        played.until("bought", () -> game.unsent() == 0 && game.bag().amount("shield") > 0);
        assertEquals(1, debits().size());
    }

    @Test
    void aDoubleClick_buysOnce() {
        Shop.Product gems = game.shop().products().get(0);
        game.shop().buy(gems);
        game.shop().buy(gems);
        played.until("tracked", () -> game.shop().purchases() == 1 && game.unsent() == 0);
        game.shop().buy(gems);
        played.rest(0.5);
        assertEquals(1, requests("trackPurchase").size());
        played.rest(2);
        game.shop().buy(gems);
        played.until("another one", () -> game.shop().purchases() == 2);
    }

    @Test
    void whatSomebodyElseHasNotSent_isNotMine() {
        sandbox.goOffline();
        game.shop().buy(game.shop().products().get(0));
        played.rest(0.5);
        String me = game.profile().id();
        game.profile().signOut();
        played.rest(0.5);
        sandbox.goOnline();
        played.until(
                "another",
                () -> game.profile().name() != null && !me.equals(game.profile().id()));
        assertEquals(0, game.unsent());
    }

    /** Nothing was read, and no frame was drawn. */
    @Test
    void whatIsPaidBeforeTheFirstFrame_isOnTheDisk() throws IOException {
        played.close();
        for (int i = 0; i < 10; i++) {
            Path own = Scratch.directory();
            try (Played early = new Played(sandbox, own)) {
                early.game.shop().buy(early.game.shop().products().get(0));
            }
            assertTrue(Files.readString(own.resolve("unsent-1.json")).contains("gems_small"));
        }
    }

    @Test
    void whatIsPaidJustBeforeAChangeOfPlayers_isOnTheDisk() {
        sandbox.goOffline();
        game.switchTo(2);
        game.switchTo(1);
        game.shop().buy(game.shop().products().get(0));
        game.switchTo(2);
        played.close();
        sandbox.goOnline();

        open();
        played.until("tracked", () -> game.shop().purchases() == 1);
    }

    @Test
    void aDiskThatCannotBeWritten_isTold_once() throws IOException {
        played.close();
        Path own = Scratch.directory();
        Files.createDirectories(own.resolve("unsent-1.json.next/in the way"));
        try (Played next = new Played(sandbox, own)) {
            next.until("all is read", () -> next.game.events().isLoaded());
            sandbox.goOffline();
            next.game.shop().buy(next.game.shop().products().get(0));
            next.until("told", () -> next.wasSaid("disk.failed"));
            next.game.shop().buy(next.game.shop().products().get(1));
            next.rest(0.5);
            assertEquals(1, next.timesSaid("disk.failed"));
        }
    }

    @Test
    void aWindowThatCloses_endsTheRound_andSaysWhatCounts() {
        game.quest().enter(game.events().card("night_sky"));
        played.until(
                "play", () -> game.quest().isPlaying() && game.quest().round().score() > 15);
        sandbox.closeWindow("night_sky");
        played.until("its end", () -> game.quest().phase() == Quest.Phase.RESULT);
        played.until("all is known", () -> game.quest().isSaved());
        Double counts = game.quest().cutOff();
        assertTrue(counts != null && counts < game.quest().round().score(), "counts " + counts);
        played.until("the board", () -> game.quest().board().board().self() != null);
        assertEquals(counts, game.quest().board().board().self().score(), 0.001);
    }

    @Test
    void whatIsBeingTaken_isNotShownAgain() {
        played.until("gifts", () -> !game.bag().pending().isEmpty());
        sandbox.addTrouble(
                Trouble.on("claimGrant").delay(Duration.ofSeconds(2)).build(),
                Trouble.on("openCrate").delay(Duration.ofSeconds(2)).build());
        var grant = game.bag().pending().get(0);
        game.bag().take(grant);
        game.bag().begin(); // reads again what waits
        long end = System.nanoTime() + 1_500_000_000L;
        while (System.nanoTime() < end) {
            played.frame();
            assertFalse(game.bag().pending().stream().anyMatch(one -> one.id().equals(grant.id())));
        }
    }

    @Test
    void aWrongClock_isToldOnce() {
        sandbox.clock().advance(Duration.ofHours(25));
        for (int i = 0; i < 2; i++) {
            sandbox.goOffline();
            game.events().refresh();
            played.until("offline", game::isOffline);
            sandbox.goOnline();
            played.until("back", () -> !game.isOffline());
            played.rest(0.5);
        }
        assertEquals(1, played.timesSaid("clock.wrong"));
    }

    @Test
    void whoComesBack_isNotToldThatNothingCanBeRead() {
        played.close();
        sandbox.goOffline();
        open();
        played.until("offline", game::isOffline);
        played.rest(0.5);
        sandbox.goOnline();
        played.until("the events", () -> {
            assertEquals(null, game.isOffline() ? null : game.events().problem());
            return game.events().isLoaded();
        });
    }

    @Test
    void aBoardThatWasSeen_isThereOffline() {
        Boards boards = game.boards();
        Boards.Choice first = boards.choices().get(0);
        boards.open(first);
        played.until("rows", () -> boards.view().version() > 0);
        boards.close();
        sandbox.goOffline();
        game.events().refresh();
        played.until("offline", game::isOffline);
        boards.open(first);
        played.frame();
        assertFalse(boards.view().entries().isEmpty());
    }
}
