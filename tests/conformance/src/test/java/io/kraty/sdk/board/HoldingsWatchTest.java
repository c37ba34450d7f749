package io.kraty.sdk.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.kraty.api.model.GrantCreated;
import io.kraty.api.model.InventoryChanged;
import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.WalletChanged;
import io.kraty.api.model.WalletHolding;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.Holdings;
import io.kraty.sdk.live.HoldingsOptions;
import io.kraty.sdk.live.HoldingsWatch;
import io.kraty.sdk.live.SubscriptionState.Connecting;
import io.kraty.sdk.live.SubscriptionState.Degraded;
import io.kraty.sdk.live.SubscriptionState.Ended;
import io.kraty.sdk.live.SubscriptionState.Live;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldingsWatchTest extends RaceTest {
    private final HeardHoldings listener = new HeardHoldings();

    @BeforeEach
    void sign() {
        kraty.signIn("ana", sandbox.secretOf("ana").orElseThrow());
        sandbox.credit("ana", "gold", 100);
    }

    private HoldingsWatch watch(HoldingsOptions options) throws Exception {
        HoldingsWatch watch = kraty.inventory().watch(listener, options);
        awaitLive(watch);
        return watch;
    }

    private static void awaitLive(HoldingsWatch watch) throws InterruptedException {
        Await.until("it is live", () -> watch.state() instanceof Live);
    }

    private static long gold(HoldingsWatch watch) {
        WalletHolding gold = watch.holdings().balances().get("gold");
        return gold == null ? 0 : gold.balance();
    }

    private static long potions(HoldingsWatch watch) {
        return watch.holdings().items().containsKey("potion")
                ? watch.holdings().items().get("potion").quantity()
                : 0;
    }

    private void givePotions(long quantity) {
        sandbox.grantItem("ana", "potion", quantity);
        kraty.grants().collectAll();
    }

    @Test
    void holdings_areReadAndThenFollowed() throws Exception {
        HoldingsWatch watch = watch(HoldingsOptions.defaults());
        assertEquals(100, gold(watch));
        assertEquals(1, watch.holdings().version());
        long reads = requests("listWallet");

        sandbox.credit("ana", "gold", 5);
        Await.until("it is shown", () -> gold(watch) == 105);
        givePotions(2);
        Await.until("they are shown", () -> potions(watch) == 2);
        sandbox.clock().advance(Duration.ofMillis(1)); // two changes of one moment would be a reason to read
        kraty.inventory().consume("potion", 2);
        Await.until("they are gone", () -> !watch.holdings().items().containsKey("potion"));

        Await.until("all is told", () -> listener.all(InventoryChanged.class).size() == 2);
        assertEquals(1, listener.all(GrantCreated.class).size());
        assertNull(timing.untilNext());
        assertEquals(reads, requests("listWallet"));
        long version = 0;
        for (Holdings holdings : listener.all(Holdings.class)) {
            assertEquals(++version, holdings.version());
        }
    }

    @Test
    void ownWrites_areShownButNotTold() throws Exception {
        HoldingsWatch watch = watch(new HoldingsOptions(true, true));
        kraty.wallet().debit("gold", 30);
        Await.until("it is shown", () -> gold(watch) == 70);
        sandbox.credit("ana", "gold", 1);
        Await.until(
                "the other one is told", () -> listener.all(WalletChanged.class).size() == 1);

        assertEquals(71, listener.all(WalletChanged.class).get(0).balance());
    }

    @Test
    void slowRead_neverOverwritesANewerPush() throws Exception {
        HeldAnswers.Hold held = answers.hold("/wallet");
        HoldingsWatch watch = kraty.inventory().watch(listener);
        held.await();
        Await.until(
                "the stream is there", () -> !listener.all(InventoryEvent.class).isEmpty());
        sandbox.credit("ana", "gold", 7);
        Await.until("it is told", () -> !listener.all(WalletChanged.class).isEmpty());
        held.release();
        awaitLive(watch);

        assertEquals(107, gold(watch));
        assertFalse(listener.all(Holdings.class).stream()
                .anyMatch(holdings -> holdings.balances().get("gold").balance() != 107));
    }

    @Test
    void whatWasMissed_isCaughtUp_beforeItIsLiveAgain() throws Exception {
        HoldingsWatch watch = watch(HoldingsOptions.defaults());
        sandbox.dropStreams();
        Await.until("it is lost", () -> watch.state() instanceof Degraded);
        sandbox.credit("ana", "gold", 7);
        passToNext();
        awaitLive(watch);

        assertEquals(107, gold(watch));
    }

    @Test
    void changeThatDoesNotFollow_isReadAgain() throws Exception {
        trouble("streamInventory", Effect.reverse(2));
        HoldingsWatch watch = watch(HoldingsOptions.defaults());
        sandbox.credit("ana", "gold", 1);
        sandbox.credit("ana", "gold", 1); // comes first

        Await.until("both are told", () -> listener.all(WalletChanged.class).size() == 2);
        Await.until("it is right", () -> gold(watch) == 102);
        assertEquals(102, listener.all(WalletChanged.class).get(0).balance());
    }

    /** Both seem to follow from what is held, one after the other. */
    @Test
    void changesOfOneMoment_areReadAgain() throws Exception {
        trouble("streamInventory", Effect.reverse(2));
        HoldingsWatch watch = watch(HoldingsOptions.defaults());
        kraty.wallet().debit("gold", 5);
        sandbox.credit("ana", "gold", 5); // comes first

        Await.until("both are told", () -> listener.all(WalletChanged.class).size() == 2);
        Await.until("it is right", () -> gold(watch) == 100);
        assertEquals(95, listener.all(WalletChanged.class).get(1).balance());
    }

    @Test
    void withoutReconnecting_theFirstLossIsTheLast() throws Exception {
        HoldingsWatch watch = watch(new HoldingsOptions(false, false));
        sandbox.dropStreams();
        Await.until("it is lost", () -> watch.state() instanceof Degraded);
        timing.advance(Duration.ofMinutes(5));

        assertEquals(1, requests("streamInventory"));
    }

    @Test
    void watch_staysWithItsPlayer() throws Exception {
        HoldingsWatch watch = watch(HoldingsOptions.defaults());
        enter("ben");
        kraty.signIn("ben", sandbox.secretOf("ben").orElseThrow());
        sandbox.dropStreams();
        passToNext();
        awaitLive(watch);

        assertEquals(100, gold(watch));
    }

    @Test
    void player_whoIsNotKnownYet_isFoundOutOnce() throws Exception {
        kraty.logout();
        HoldingsWatch watch = watch(HoldingsOptions.defaults());
        String first = kraty.activeExternalPlayerId().orElseThrow();
        assertEquals(1, requests("registerPlayer"));
        kraty.logout();
        sandbox.dropStreams();
        passToNext();
        awaitLive(watch);
        sandbox.credit(first, "gold", 3);

        Await.until("it is shown", () -> gold(watch) == 3);
        assertEquals(1, requests("registerPlayer"));
    }

    @Test
    void refusedSecret_isTheEnd() throws Exception {
        HoldingsWatch watch = watch(HoldingsOptions.defaults());
        sandbox.rotateSecret("ana");
        sandbox.dropStreams();

        Await.until(
                "it is over",
                () -> { // at the next connection, or in a read that was still to follow
                    timing.advance(Duration.ofSeconds(1));
                    return watch.state() instanceof Ended;
                });
        assertNotNull(assertInstanceOf(Ended.class, watch.state()).reason());
        Await.until("it is told", () -> listener.all.contains("end"));
    }

    @Test
    void pauseAndClose() throws Exception {
        HoldingsWatch watch = watch(HoldingsOptions.defaults());
        kraty.pause();
        Await.until("the connection is given up", () -> sandbox.openStreams() == 0);
        assertInstanceOf(Connecting.class, watch.state());
        sandbox.credit("ana", "gold", 7);
        kraty.resume();
        awaitLive(watch);
        assertEquals(107, gold(watch));

        watch.close();
        Await.until("the connection is given up", () -> sandbox.openStreams() == 0);
        assertNull(assertInstanceOf(Ended.class, watch.state()).reason());
    }

    @Test
    void reads_goOn_whileTheStreamIsLost_andNoLonger() throws Exception {
        HoldingsWatch watch = watch(HoldingsOptions.defaults());
        trouble("streamInventory", Effect.rateLimited(Duration.ofSeconds(60)));
        sandbox.dropStreams();
        passToNext();
        Await.until("it is refused", () -> requests("streamInventory") == 2);
        sandbox.credit("ana", "gold", 7);
        Await.until("it is read", () -> {
            timing.advance(Duration.ofSeconds(1));
            return gold(watch) == 107;
        });
        assertInstanceOf(Degraded.class, watch.state());
        sandbox.credit("ana", "gold", 1);
        Await.until("it is read again", () -> {
            timing.advance(Duration.ofSeconds(1));
            return gold(watch) == 108;
        });
        assertEquals(2, requests("streamInventory"));

        timing.advance(Duration.ofSeconds(60));
        awaitLive(watch);
        Await.until("no read is due", () -> timing.untilNext() == null);
    }

    /** Which is called between the two requests of a read. */
    @Test
    void hookThatLeavesItsThreadInterrupted_endsNothing() throws Exception {
        kraty.close();
        kraty = Kraty.create(options()
                .onRequest(request -> Thread.currentThread().interrupt())
                .build());
        kraty.signIn("ana", sandbox.secretOf("ana").orElseThrow());
        HoldingsWatch watch = watch(HoldingsOptions.defaults());

        assertEquals(100, gold(watch));
    }
}
