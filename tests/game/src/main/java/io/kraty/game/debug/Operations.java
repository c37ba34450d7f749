package io.kraty.game.debug;

import io.kraty.api.PlayersApi;
import io.kraty.api.SystemApi;
import io.kraty.api.WalletApi;
import io.kraty.api.model.ConsumeItemInput;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.FriendReadOptions;
import io.kraty.api.model.FriendSearchOptions;
import io.kraty.api.model.FriendSuggestionOptions;
import io.kraty.api.model.FriendTarget;
import io.kraty.api.model.GiftReadOptions;
import io.kraty.api.model.GiftStatus;
import io.kraty.api.model.GrantSelfRequest;
import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.ProgressWalletInput;
import io.kraty.api.model.SendGiftRequest;
import io.kraty.api.model.StandingsOptions;
import io.kraty.api.model.StandingsScope;
import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.runtime.Json;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.OutboxClient;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.EventBoardRef;
import io.kraty.sdk.live.HoldingsOptions;
import io.kraty.sdk.live.HoldingsWatch;
import io.kraty.sdk.live.InventoryStreamOptions;
import io.kraty.sdk.live.PollLobbyOptions;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.live.StartWhenReadyOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every call of the SDK that a game makes, area by area: what stands behind an arrow is what to write in a game. */
final class Operations {
    private static final String PURCHASE =
            "{\"transactionId\": \"debug-1\", \"store\": \"steam\", \"productId\": \"gold_pile\","
                    + " \"amountMinor\": 499, \"currency\": \"EUR\"}";
    private static final String GRANT =
            "{\"entries\": [{\"type\": \"currency\", \"currencyKey\": \"gold\", \"amount\": 5}]}";
    private static final String GIFT =
            "{\"externalPlayerId\": \"marta\", \"type\": \"currency\", \"resourceKey\": \"gold\", \"amount\": 5}";
    private static final String THEME = "{\"theme\": \"dusk\"}";

    private final List<Operation> rows = new ArrayList<>();
    private String area = "Platform";

    static List<Operation> all() {
        return List.copyOf(new Operations().rows);
    }

    private Operations() {
        row("ping").is((kraty, a) -> done(kraty::ping));
        row("getServerTime").is((kraty, a) -> kraty.getServerTime(ZoneId.of(a.text("zone", "Europe/Lisbon"))));
        row("syncTime").is((kraty, a) -> kraty.syncTime());
        row("catalog.read").is((kraty, a) -> kraty.catalog().read());
        row("purchases.track")
                .is((kraty, a) ->
                        kraty.purchases().track(a.json("purchase", TrackPurchaseRequest.Adapter.INSTANCE, PURCHASE)));
        row("call").is((kraty, a) -> kraty.call(SystemApi.ping()));
        row("call for a player").is((kraty, a) -> kraty.call(PlayersApi::getPlayerIdentity));

        area = "Events";
        row("listForPlayer").is((kraty, a) -> kraty.events().listForPlayer());
        row("start").is((kraty, a) -> kraty.events().start(event(a), context(a)));
        row("startWhenReady")
                .is((kraty, a) -> kraty.events()
                        .startWhenReady(
                                event(a),
                                context(a),
                                StartWhenReadyOptions.builder()
                                        .timeout(seconds(a))
                                        .build()));
        row("progress").is((kraty, a) -> kraty.events().progress(event(a), a.text("attemptId", ""), progress(a)));
        row("finish").is((kraty, a) -> kraty.events().finish(event(a), a.text("attemptId", "")));
        row("lobbies.read").is((kraty, a) -> kraty.lobbies().read(a.text("lobbyId", "")));
        row("pollLobbyUntilActive")
                .is((kraty, a) -> kraty.pollLobbyUntilActive(
                        a.text("lobbyId", ""),
                        PollLobbyOptions.builder().timeout(seconds(a)).build()));

        area = "Event boards";
        row("read")
                .is((kraty, a) -> kraty.eventLeaderboards()
                        .read(id(a), new EventLeaderboardReadOptions(limit(a), a.yes("includeSelf"), progression(a))));
        row("join").is((kraty, a) -> kraty.eventLeaderboards().join(id(a), new LeaderboardJoinOptions(limit(a), null)));
        row("live").is((kraty, a) -> stay(a, heard -> kraty.eventLeaderboards().live(id(a), heard::add)));
        row("subscribe")
                .is((kraty, a) -> stay(a, heard -> kraty.eventLeaderboards().subscribe(id(a), heard::add, board(a))));
        row("checkFinalizations").is((kraty, a) -> kraty.checkFinalizations());
        row("dismiss").is((kraty, a) -> done(() -> kraty.dismiss(new EventBoardRef(id(a), null))));
        row("clearReported").is((kraty, a) -> kraty.clearReported());

        area = "Boards";
        row("read").is((kraty, a) -> kraty.leaderboards().read(key(a), read(a)));
        row("standings").is((kraty, a) -> kraty.leaderboards().standings(key(a), standings(a)));
        row("listPeriods").is((kraty, a) -> kraty.leaderboards().listPeriods(key(a), limit(a)));
        row("submitScore")
                .is((kraty, a) -> kraty.leaderboards()
                        .submitScore(key(a), new SubmitScoreRequest(a.number("value", 42), a.text("segment"), null)));
        row("join")
                .is((kraty, a) ->
                        kraty.leaderboards().join(key(a), new LeaderboardJoinOptions(limit(a), a.text("segment"))));
        row("live").is((kraty, a) -> stay(a, heard -> kraty.leaderboards().live(id(a), heard::add)));
        row("subscribe")
                .is((kraty, a) -> stay(a, heard -> kraty.leaderboards().subscribe(key(a), heard::add, board(a))));

        area = "Rewards";
        row("listPending").is((kraty, a) -> kraty.grants().listPending(limit(a)));
        row("claim").is((kraty, a) -> kraty.grants().claim(a.text("grantId", "")));
        row("open").is((kraty, a) -> kraty.grants().open(a.text("grantId", "")));
        row("collectAll").is((kraty, a) -> kraty.grants().collectAll(one -> true));
        row("grant")
                .is((kraty, a) -> kraty.grants().grant(a.json("request", GrantSelfRequest.Adapter.INSTANCE, GRANT)));
        row("pollPendingGrants")
                .is((kraty, a) -> stay(
                        a,
                        heard -> kraty.pollPendingGrants(PollPendingGrantsOptions.builder()
                                .onBatch(heard::add)
                                .build())));

        area = "Outbox";
        row("progress").is((kraty, a) -> outbox(kraty, a).progress(event(a), a.text("attemptId", ""), progress(a)));
        row("finish").is((kraty, a) -> outbox(kraty, a).finish(event(a), a.text("attemptId", "")));
        row("submitScore")
                .is((kraty, a) -> outbox(kraty, a)
                        .submitScore(key(a), new SubmitScoreRequest(a.number("value", 42), a.text("segment"), null)));
        row("claim").is((kraty, a) -> outbox(kraty, a).claim(a.text("grantId", "")));
        row("open").is((kraty, a) -> outbox(kraty, a).open(a.text("grantId", "")));
        row("trackPurchase")
                .is((kraty, a) -> outbox(kraty, a)
                        .trackPurchase(a.json("purchase", TrackPurchaseRequest.Adapter.INSTANCE, PURCHASE)));
        row("send a debit")
                .is((kraty, a) -> outbox(kraty, a)
                        .send(player -> WalletApi.debitWallet(
                                player,
                                "gold",
                                DebitWalletInput.builder().amount(1).build())));
        row("pending").is((kraty, a) -> kraty.outbox().pending());
        row("onResult").is((kraty, a) -> stay(a, heard -> ending(kraty.outbox().onResult(heard::add))));

        area = "Holdings";
        row("inventory.list").is((kraty, a) -> kraty.inventory().list());
        row("consume")
                .is((kraty, a) -> kraty.inventory()
                        .consume(
                                a.text("itemKey", "shield"),
                                new ConsumeItemInput(a.number("quantity", 1), a.text("reason"), null)));
        row("live")
                .is((kraty, a) -> stay(
                        a,
                        heard -> kraty.inventory()
                                .live(new InventoryStreamOptions(a.yes("ignoreOwnWrites")), heard::add)));
        row("watch")
                .is((kraty, a) -> stay(
                        a,
                        heard -> kraty.inventory()
                                .watch(heard::add, new HoldingsOptions(a.yes("ignoreOwnWrites"), true))));
        row("wallet.list").is((kraty, a) -> kraty.wallet().list());
        row("debit")
                .is((kraty, a) -> kraty.wallet()
                        .debit(
                                a.text("economyKey", "gold"),
                                new DebitWalletInput(a.number("amount", 1), a.text("reason"), null)));
        row("progress")
                .is((kraty, a) -> kraty.wallet()
                        .progress(
                                a.text("economyKey", "xp"),
                                new ProgressWalletInput(a.number("amount", 1), a.text("reason"), null)));

        area = "Players";
        row("getIdentity").is((kraty, a) -> kraty.players().getIdentity());
        row("getAnonymizedIdentity")
                .is((kraty, a) -> kraty.players().getAnonymizedIdentity().orElse(null));
        row("setIdentity").is((kraty, a) -> kraty.players().setIdentity(a.text("name", "Nova"), a.text("avatar")));
        row("setMetadata").is((kraty, a) -> kraty.players().setMetadata(a.json("metadata", Json.FREE_FORM, THEME)));
        row("mergeMetadata").is((kraty, a) -> kraty.players().mergeMetadata(a.json("changes", Json.FREE_FORM, THEME)));
        row("register").is((kraty, a) -> kraty.players().register(a.text("externalPlayerId", "newcomer")));
        row("rotate").is((kraty, a) -> kraty.players().rotate(a.text("externalPlayerId", "newcomer")));

        area = "Friends";
        row("getCode").is((kraty, a) -> kraty.friends().getCode(new FriendReadOptions(progression(a))));
        row("list").is((kraty, a) -> kraty.friends().list(new FriendReadOptions(progression(a))));
        row("search")
                .is((kraty, a) -> kraty.friends()
                        .search(a.text("text", "Marta"), new FriendSearchOptions(limit(a), progression(a))));
        row("suggestions")
                .is((kraty, a) -> kraty.friends().suggestions(new FriendSuggestionOptions(limit(a), progression(a))));
        row("addById").is((kraty, a) -> kraty.friends().addById(friend(a)));
        row("addByCode").is((kraty, a) -> kraty.friends().addByCode(a.text("friendCode", "")));
        row("add").is((kraty, a) -> kraty.friends().add(new FriendTarget(a.text("friendCode"), friend(a), null)));
        row("listRequests").is((kraty, a) -> kraty.friends().listRequests(new FriendReadOptions(progression(a))));
        row("accept").is((kraty, a) -> kraty.friends().accept(a.text("requestId", "")));
        row("decline").is((kraty, a) -> kraty.friends().decline(a.text("requestId", "")));
        row("cancelRequest").is((kraty, a) -> kraty.friends().cancelRequest(a.text("requestId", "")));
        row("remove").is((kraty, a) -> kraty.friends().remove(friend(a)));
        row("block").is((kraty, a) -> kraty.friends().block(friend(a)));
        row("blockByCode").is((kraty, a) -> kraty.friends().blockByCode(a.text("friendCode", "")));
        row("listBlocks").is((kraty, a) -> kraty.friends().listBlocks());
        row("unblock").is((kraty, a) -> kraty.friends().unblock(friend(a)));
        row("heartbeat").is((kraty, a) -> kraty.friends().heartbeat(a.text("status", "playing")));
        row("keepOnline").is((kraty, a) -> stay(a, heard -> kraty.friends().keepOnline(a.text("status", "playing"))));

        area = "Gifts";
        row("giftCatalog").is((kraty, a) -> kraty.friends().giftCatalog());
        row("sendGift")
                .is((kraty, a) -> kraty.friends().sendGift(a.json("gift", SendGiftRequest.Adapter.INSTANCE, GIFT)));
        row("gifts").is((kraty, a) -> kraty.friends().gifts(gifts(a)));
        row("sentGifts").is((kraty, a) -> kraty.friends().sentGifts(gifts(a)));
        row("claimGift").is((kraty, a) -> kraty.friends().claimGift(a.text("giftId", "")));
    }

    private Row row(String name) {
        return work -> rows.add(new Operation(area, name, work));
    }

    private interface Row {
        void is(Operation.Work work);
    }

    private static String done(Runnable work) {
        work.run();
        return "done";
    }

    /** Listens for a few seconds: what was heard, or how things are in the end where that is kept. */
    private static <R extends AutoCloseable> Object stay(Values a, Function<List<Object>, R> open) throws Exception {
        List<Object> heard = new CopyOnWriteArrayList<>();
        long seconds = a.number("seconds", 5);
        R listening = open.apply(heard);
        try {
            Thread.sleep(1000 * seconds);
            return listening instanceof BoardSubscription board
                    ? board.board()
                    : listening instanceof HoldingsWatch watch ? watch.holdings() : heard;
        } finally {
            listening.close();
        }
    }

    private static AutoCloseable ending(Runnable end) {
        return end::run;
    }

    private static OutboxClient outbox(KratyView kraty, Values a) {
        OutboxClient outbox = kraty.outbox().tagged(a.text("tag", "debug"));
        return a.yes("repeatable") ? outbox.repeatable() : outbox;
    }

    private static String event(Values a) {
        return a.text("eventKey", "spark_rush");
    }

    private static Map<String, @Nullable Object> context(Values a) throws IOException {
        return a.json("playerContext", Json.FREE_FORM, "{}");
    }

    private static ProgressInput progress(Values a) throws IOException {
        Map<String, Double> metrics = a.json("metrics", Json.map(Json.DOUBLE), "{\"sparks\": 1}");
        return a.yes("increment") ? ProgressInput.increment(metrics) : ProgressInput.set(metrics);
    }

    private static Duration seconds(Values a) {
        return Duration.ofSeconds(a.number("seconds", 20));
    }

    private static String key(Values a) {
        return a.text("key", "weekly_best");
    }

    private static String id(Values a) {
        return a.text("leaderboardId", "");
    }

    private static int limit(Values a) {
        return (int) a.number("limit", 20);
    }

    private static List<String> progression(Values a) {
        return a.list("progression");
    }

    private static BoardOptions board(Values a) {
        return new BoardOptions(read(a), Duration.ofSeconds(15), true);
    }

    private static LeaderboardReadOptions read(Values a) {
        return new LeaderboardReadOptions(
                limit(a), a.yes("includeSelf"), a.text("segment"), a.text("period"), progression(a));
    }

    private static StandingsOptions standings(Values a) {
        StandingsScope scope = StandingsScope.of(a.text("scope", "self_segment"));
        return new StandingsOptions(
                scope,
                a.text("segment"),
                a.text("period"),
                limit(a),
                a.maybe("maxSegments", Integer::valueOf),
                progression(a));
    }

    private static String friend(Values a) {
        return a.text("externalPlayerId", "marta");
    }

    private static GiftReadOptions gifts(Values a) {
        return new GiftReadOptions(a.maybe("status", GiftStatus::of), limit(a));
    }
}
