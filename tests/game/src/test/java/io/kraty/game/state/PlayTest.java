package io.kraty.game.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.game.Scratch;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The game's surfaces, one after the other, as a player uses them. */
class PlayTest {
    private final Path files = Scratch.directory();

    private final KratySandbox sandbox = Played.sandbox();
    private Played played;
    private Game game;

    @BeforeEach
    void begin() {
        played = new Played(sandbox, files);
        game = played.game;
        played.until("the list of events", () -> game.events().isLoaded());
        played.until("the welcome gifts", () -> !game.bag().pending().isEmpty());
    }

    @AfterEach
    void end() {
        played.close();
        sandbox.close();
    }

    private void play(String key) {
        EventCard card = game.events().card(key);
        assertNotNull(card, key);
        game.quest().enter(card);
        played.until("a round of " + key, () -> game.quest().phase() == Quest.Phase.PLAYING);
        played.until("its end", () -> game.quest().phase() == Quest.Phase.RESULT);
        played.until("it is saved", () -> game.quest().isSaved());
    }

    @Test
    void aRoundCounts() {
        play("spark_rush");

        assertFalse(game.quest().reached().isEmpty());
        assertTrue(played.wasSaid("quest.milestone"));
        played.until(
                "the board knows",
                () -> game.quest().board().board().entries().stream()
                        .anyMatch(entry -> entry.isSelf() && entry.score() > 0));
    }

    @Test
    void aLobbyFills_andCanBeLeft() {
        EventCard duel = game.events().card("quick_duel");
        game.quest().enter(duel);
        played.until("a lobby", () -> game.quest().lobby() != null);
        game.quest().cancel();
        assertEquals(Quest.Phase.NONE, game.quest().phase());

        play("quick_duel");
    }

    @Test
    void everythingIsCollected() {
        played.game.bag().takeAll();
        played.until(
                "collected",
                () -> played.wasSaid("bag.collected") && game.bag().pending().isEmpty());
        untilAllGoldIsSeen();
        assertNull(game.bag().collecting());
    }

    /** What was collected comes push by push, and what is bought with some of it is not to be taken for less of the rest. */
    private void untilAllGoldIsSeen() {
        played.until("all gold", () -> {
            long seen = game.bag().amount("gold");
            return seen >= 150 && seen == goldOnThePlatform();
        });
    }

    private long goldOnThePlatform() {
        return sandbox.ledger().stream()
                .filter(entry -> entry.key().equals("gold")
                        && entry.externalPlayerId().equals(game.profile().id()))
                .mapToLong(LedgerEntry::delta)
                .sum();
    }

    @Test
    void goldBuys() {
        played.game.bag().takeAll();
        played.until("collected", () -> played.wasSaid("bag.collected"));
        untilAllGoldIsSeen();
        long before = game.bag().amount("gold");
        Shop.Offer shield = game.shop().offers().get(0);
        game.shop().buy(shield);
        played.until("bought", () -> played.wasSaid("shop.bought"));
        played.until("paid", () -> game.bag().amount("gold") <= before - shield.gold());
        played.until("there", () -> game.bag().amount("shield") > 0);
        game.bag().use("shield");
        played.until("used", () -> played.wasSaid("bag.used"));
    }

    @Test
    void moneyBuys_alsoWithoutANetwork() {
        sandbox.goOffline();
        game.shop().buy(game.shop().products().get(0));
        for (int i = 0; i < 200; i++) {
            played.frame();
        }
        assertEquals(1, game.unsent());
        sandbox.goOnline();
        played.until("tracked", () -> game.shop().purchases() == 1);
        assertEquals(0, game.unsent());
    }

    /** The gold is gone, so the item is owed; and what was bought after it does not wait for that. */
    @Test
    void whatWasPaidInGold_isOwedUntilItCanBeHad() {
        played.game.bag().takeAll();
        played.until("collected", () -> played.wasSaid("bag.collected"));
        untilAllGoldIsSeen();
        sandbox.addTrouble(Trouble.on("grantToSelf")
                .effect(Trouble.Effect.error(403, "forbidden"))
                .build());
        game.shop().buy(game.shop().offers().get(0));
        played.until("owed", () -> played.wasSaid("shop.owed"));
        game.shop().buy(game.shop().products().get(0));
        played.until("tracked", () -> game.shop().purchases() == 1);
        assertEquals(1, game.unsent());
        played.close();
        sandbox.clearTrouble();

        try (Played next = new Played(sandbox, files)) {
            next.until("there", () -> next.game.bag().amount("shield") > 0 && next.game.unsent() == 0);
        }
        long paid = sandbox.ledger().stream()
                .filter(entry -> entry.reason().equals("debit"))
                .count();
        assertEquals(1, paid);
    }

    /** Written by another version, by hand, or by a disk that was full: it is kept aside, and nothing else waits for it. */
    @Test
    void whatCannotBeSent_holdsNothingUp() throws IOException {
        game.shop().buy(game.shop().products().get(0));
        played.until("tracked", () -> game.shop().purchases() == 1);
        played.close();
        Path file = files.resolve("unsent-1.json");
        String good = """
                {"key":"k1","player":"","kind":"PURCHASE","subject":"supporter","amounts":{"cents":499.0},"at":"2026-01-01T00:00:00Z"}""";
        Files.writeString(file, """
                [null, {"key":"k0","player":"","kind":"DANCE","subject":"x","amounts":{},"at":"2026-01-01T00:00:00Z"},
                {"key":"k2","player":"","kind":"FINISH","subject":"x","amounts":{},"at":"yesterday"}, %s]
                """.formatted(good));

        try (Played next = new Played(sandbox, files)) {
            next.until("sent", () -> next.game.shop().purchases() == 2 && next.game.unsent() == 0);
        }
        assertTrue(Files.readString(files.resolve("unsent-1.json.damaged")).contains("DANCE"));
    }

    @Test
    void aBugOfTheGames_isNotSwallowed() {
        game.online().ask(kraty -> 1, one -> Integer.parseInt("not a number"), problem -> {});
        assertThrows(NumberFormatException.class, () -> played.until("never", () -> false));
    }

    @Test
    void aRoundWithoutANetwork_isSentByTheNextLaunch() {
        EventCard card = game.events().card("spark_rush");
        game.quest().enter(card);
        played.until("a round", () -> game.quest().phase() == Quest.Phase.PLAYING);
        sandbox.goOffline();
        played.until("its end", () -> game.quest().phase() == Quest.Phase.RESULT);
        int score = game.quest().round().score();
        for (int i = 0; i < 100; i++) {
            played.frame();
        }
        assertTrue(game.unsent() > 0);
        played.close();
        sandbox.goOnline();

        try (Played next = new Played(sandbox, files)) {
            next.until("sent", () -> next.game.events().isLoaded() && next.game.unsent() == 0);
            next.game
                    .boards()
                    .open(next.game.boards().choices().stream()
                            .filter(choice -> "spark_rush".equals(choice.event()))
                            .findFirst()
                            .orElseThrow());
            next.until(
                    "the board knows",
                    () -> next.game.boards().view().entries().stream()
                            .anyMatch(entry -> entry.isSelf() && entry.score() >= Math.min(score, 100)));
        }
    }

    /** The second purchase was not even begun to be sent when the game was closed. */
    @Test
    void whatIsPaidWhileOtherThingsAreSent_isNotLost() {
        sandbox.addTrouble(Trouble.on("trackPurchase")
                .times(1)
                .delay(Duration.ofSeconds(30))
                .build());
        game.shop().buy(game.shop().products().get(0));
        for (int i = 0; i < 60; i++) {
            played.frame();
        }
        game.shop().buy(game.shop().products().get(1));
        played.close();

        try (Played next = new Played(sandbox, files)) {
            next.until("both are tracked", () -> next.game.shop().purchases() == 2);
        }
    }

    @Test
    void boardsOpen() {
        for (Boards.Choice choice : game.boards().choices()) {
            game.boards().open(choice);
            played.until(
                    "rows of " + choice,
                    () -> game.boards().view() != null && game.boards().view().version() > 0);
        }
        game.boards().region("asia");
        played.until("asia", () -> !game.boards().segments().isEmpty());
    }

    @Test
    void twoPlayersOfOneDevice_keepTheirThings() {
        played.until("an id", () -> game.profile().id() != null);
        String first = game.profile().id();
        game.switchTo(2);
        played.until("another id", () -> game.profile().id() != null);
        String second = game.profile().id();
        game.switchTo(1);
        played.until("the first again", () -> first.equals(game.profile().id()));
        assertFalse(first.equals(second));
    }

    @Test
    void friendsAreFound_andGetGifts() {
        played.until("a code", () -> game.friends().code() != null);
        String me = game.profile().id();
        sandbox.befriend(me, "marta");
        game.friends().refresh();
        played.until("a friend", () -> game.friends().friends().size() == 1);
        game.bag().takeAll();
        untilAllGoldIsSeen();
        game.friends()
                .send(game.friends().friends().get(0), game.friends().giftable().get(0), 5);
        played.until("sent", () -> played.wasSaid("friends.gifted"));
    }

    @Test
    void whoIsBanned_isTold() {
        sandbox.ban(game.profile().id());
        game.events().refresh();
        game.bag().takeAll();
        played.until("barred", () -> game.barred() != null);
    }

    @Test
    void offline_isSeen_andOver() {
        sandbox.goOffline();
        game.events().refresh();
        played.until("offline", game::isOffline);
        sandbox.goOnline();
        played.until("back", () -> !game.isOffline());
        assertTrue(played.wasSaid("connection.back"));
    }
}
