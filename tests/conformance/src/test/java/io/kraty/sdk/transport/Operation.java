package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.api.model.ConsumeItemInput;
import io.kraty.api.model.CurrencyGrantInput;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.FriendReadOptions;
import io.kraty.api.model.FriendSearchOptions;
import io.kraty.api.model.FriendSuggestionOptions;
import io.kraty.api.model.FriendTarget;
import io.kraty.api.model.GiftReadOptions;
import io.kraty.api.model.GiftResourceType;
import io.kraty.api.model.GrantSelfRequest;
import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.PresenceInput;
import io.kraty.api.model.PresenceStatus;
import io.kraty.api.model.ProgressWalletInput;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.SendGiftRequest;
import io.kraty.api.model.SetIdentityRequest;
import io.kraty.api.model.StandingsOptions;
import io.kraty.api.model.StandingsScope;
import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.sdk.CollectOptions;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.live.InventoryStreamOptions;
import io.kraty.sdk.request.RequestOptions;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Which method of the SDK calls which endpoint: every call of the SDK once, in its longest form, with the operation of the
 * API description that it comes down to. {@link EndpointTableTest} holds it against both.
 */
@SuppressWarnings("ImmutableEnumChecker") // the calls hold nothing
public enum Operation {
    PING("ping", (kraty, options) -> kraty.with(options).ping()),
    SERVER_TIME("getServerTime", (kraty, options) -> kraty.with(options).getServerTime(ZoneId.of("Europe/Lisbon"))),
    SYNC_TIME("getServerTime", (kraty, options) -> kraty.with(options).syncTime()),

    CATALOG("getCatalog", (kraty, options) -> kraty.with(options).catalog().read()),

    REGISTER("registerPlayer", (kraty, options) -> kraty.with(options).players().register("somebody")),
    ROTATE("registerPlayer", (kraty, options) -> kraty.with(options).players().rotate("somebody")),
    GET_IDENTITY(
            "getPlayerIdentity",
            (kraty, options) -> kraty.with(options).players().getIdentity()),
    SET_IDENTITY(
            "setPlayerIdentity",
            (kraty, options) -> kraty.with(options).players().setIdentity(identity())),
    SET_METADATA(
            "setPlayerMetadata",
            (kraty, options) -> kraty.with(options).players().setMetadata(Map.of("vip", true))),
    MERGE_METADATA(
            "mergePlayerMetadata",
            (kraty, options) -> kraty.with(options).players().mergeMetadata(Map.of("vip", true))),

    EVENTS("listEvents", (kraty, options) -> kraty.with(options).events().listForPlayer()),
    START("startAttempt", (kraty, options) -> kraty.with(options).events().start("hunt", Map.of("level", 7))),
    PROGRESS(
            "reportProgress",
            (kraty, options) -> kraty.with(options).events().progress("hunt", "a1", ProgressInput.set(1.5))),
    FINISH("finishAttempt", (kraty, options) -> kraty.with(options).events().finish("hunt", "a1")),

    LOBBY("getLobby", (kraty, options) -> kraty.with(options).lobbies().read("l1")),

    BOARD(
            "getLeaderboard",
            (kraty, options) -> kraty.with(options).leaderboards().read("elo", self())),
    STANDINGS(
            "getLeaderboardStandings",
            (kraty, options) -> kraty.with(options).leaderboards().standings("elo", mine())),
    ALL_PERIODS(
            "listLeaderboardPeriods",
            (kraty, options) -> kraty.with(options).leaderboards().listPeriods("elo")),
    PERIODS(
            "listLeaderboardPeriods",
            (kraty, options) -> kraty.with(options).leaderboards().listPeriods("elo", 3)),
    SCORE("submitScore", (kraty, options) -> kraty.with(options).leaderboards().submitScore("elo", score())),
    JOIN(
            "joinLeaderboard",
            (kraty, options) -> kraty.with(options).leaderboards().join("elo", join())),
    EVENT_BOARD(
            "getEventLeaderboard",
            (kraty, options) -> kraty.with(options).leaderboards().read(Operation.ID, self())),
    EXPLICIT_EVENT_BOARD(
            "getEventLeaderboard",
            (kraty, options) -> kraty.with(options).eventLeaderboards().read("b1", selfAtEvent())),
    EVENT_BOARD_STREAM(
            "streamEventLeaderboard",
            (kraty, options) -> Live.drain(kraty.with(options).leaderboards().live(Operation.ID))),
    EXPLICIT_EVENT_BOARD_STREAM(
            "streamEventLeaderboard",
            (kraty, options) ->
                    Live.drain(kraty.with(options).eventLeaderboards().live("b1"))),
    EVENT_BOARD_LISTENER(
            "streamEventLeaderboard",
            (kraty, options) ->
                    Live.hear(listener -> kraty.with(options).leaderboards().live(Operation.ID, listener))),
    EXPLICIT_EVENT_BOARD_LISTENER(
            "streamEventLeaderboard",
            (kraty, options) -> Live.hear(
                    listener -> kraty.with(options).eventLeaderboards().live("b1", listener))),
    JOIN_EVENT_BOARD(
            "joinEventLeaderboard",
            (kraty, options) -> kraty.with(options).eventLeaderboards().join("b1", join())),

    ALL_PENDING(
            "listPendingGrants",
            (kraty, options) -> kraty.with(options).grants().listPending()),
    PENDING(
            "listPendingGrants",
            (kraty, options) -> kraty.with(options).grants().listPending(5)),
    COLLECT(
            "listPendingGrants",
            (kraty, options) -> kraty.with(options)
                    .grants()
                    .collectAll(CollectOptions.builder().build())),
    CLAIM("claimGrant", (kraty, options) -> kraty.with(options).grants().claim("g1")),
    OPEN("openCrate", (kraty, options) -> kraty.with(options).grants().open("g1")),
    GRANT("grantToSelf", (kraty, options) -> kraty.with(options).grants().grant(gold())),

    INVENTORY(
            "listInventory", (kraty, options) -> kraty.with(options).inventory().list()),
    CONSUME("consumeItem", (kraty, options) -> kraty.with(options).inventory().consume("potion", one())),
    INVENTORY_STREAM(
            "streamInventory",
            (kraty, options) -> Live.drain(kraty.with(options).inventory().live(InventoryStreamOptions.defaults()))),
    INVENTORY_LISTENER(
            "streamInventory",
            (kraty, options) -> Live.hearInventory(
                    listener -> kraty.with(options).inventory().live(InventoryStreamOptions.defaults(), listener))),

    WALLET("listWallet", (kraty, options) -> kraty.with(options).wallet().list()),
    DEBIT("debitWallet", (kraty, options) -> kraty.with(options).wallet().debit("gold", five())),
    PROGRESS_WALLET(
            "progressWallet", (kraty, options) -> kraty.with(options).wallet().progress("xp", lost())),

    FRIEND_CODE(
            "getFriendCode", (kraty, options) -> kraty.with(options).friends().getCode(level())),
    HEARTBEAT("heartbeat", (kraty, options) -> kraty.with(options).friends().heartbeat(hunting())),
    FRIENDS("listFriends", (kraty, options) -> kraty.with(options).friends().list(level())),
    SEARCH("searchFriends", (kraty, options) -> kraty.with(options).friends().search("mar", levelOfFound())),
    SUGGESTIONS(
            "suggestFriends", (kraty, options) -> kraty.with(options).friends().suggestions(levelOfSuggested())),
    FRIEND_REQUESTS(
            "listFriendRequests",
            (kraty, options) -> kraty.with(options).friends().listRequests(level())),
    ADD_FRIEND(
            "sendFriendRequest",
            (kraty, options) -> kraty.with(options).friends().add(marta())),
    ACCEPT(
            "acceptFriendRequest",
            (kraty, options) -> kraty.with(options).friends().accept("r1")),
    DECLINE(
            "declineFriendRequest",
            (kraty, options) -> kraty.with(options).friends().decline("r1")),
    CANCEL(
            "cancelFriendRequest",
            (kraty, options) -> kraty.with(options).friends().cancelRequest("r1")),
    REMOVE_FRIEND(
            "removeFriend", (kraty, options) -> kraty.with(options).friends().remove("marta")),
    BLOCKS("listBlocks", (kraty, options) -> kraty.with(options).friends().listBlocks()),
    BLOCK("blockPlayer", (kraty, options) -> kraty.with(options).friends().block(marta())),
    UNBLOCK("unblockPlayer", (kraty, options) -> kraty.with(options).friends().unblock("marta")),
    GIFT_CATALOG(
            "getGiftCatalog", (kraty, options) -> kraty.with(options).friends().giftCatalog()),
    SEND_GIFT("sendGift", (kraty, options) -> kraty.with(options).friends().sendGift(gift())),
    GIFTS("listGifts", (kraty, options) -> kraty.with(options).friends().gifts(GiftReadOptions.pending())),
    SENT_GIFTS(
            "listSentGifts", (kraty, options) -> kraty.with(options).friends().sentGifts(GiftReadOptions.pending())),
    CLAIM_GIFT("claimGift", (kraty, options) -> kraty.with(options).friends().claimGift("g1")),

    PURCHASE(
            "trackPurchase", (kraty, options) -> kraty.with(options).purchases().track(purchase()));

    private static final String ID = "8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21";

    private final String operationId;
    private final BiConsumer<Kraty, RequestOptions> call;

    Operation(String operationId, BiConsumer<Kraty, RequestOptions> call) {
        this.operationId = operationId;
        this.call = call;
    }

    public Endpoint endpoint() {
        return Endpoint.of(operationId);
    }

    String method() {
        return endpoint().method();
    }

    /** Whether it needs the player's secret. */
    boolean isPersonal() {
        return endpoint().needsSecret();
    }

    /** Whether it is about the player of its options, or else the active one. */
    boolean isAboutThePlayer() {
        return endpoint().namesAPlayer() && !operationId.equals("registerPlayer");
    }

    public void call(Kraty kraty, RequestOptions options) {
        call.accept(kraty, options);
    }

    /** Makes the call, which the platform refuses. */
    KratyApiException refused(Kraty kraty) {
        return refused(kraty, RequestOptions.none());
    }

    KratyApiException refused(Kraty kraty, RequestOptions options) {
        return assertThrows(KratyApiException.class, () -> call(kraty, options));
    }

    private static SetIdentityRequest identity() {
        return SetIdentityRequest.builder().name("Marta").avatar("fox_01").build();
    }

    private static LeaderboardReadOptions self() {
        return LeaderboardReadOptions.builder().includeSelf(true).limit(200).build();
    }

    private static EventLeaderboardReadOptions selfAtEvent() {
        return EventLeaderboardReadOptions.builder()
                .includeSelf(true)
                .limit(200)
                .build();
    }

    private static StandingsOptions mine() {
        return StandingsOptions.builder().scope(StandingsScope.MINE).build();
    }

    private static SubmitScoreRequest score() {
        return SubmitScoreRequest.builder().value(120).segment("PT").build();
    }

    private static LeaderboardJoinOptions join() {
        return LeaderboardJoinOptions.builder().limit(3).build();
    }

    private static GrantSelfRequest gold() {
        return GrantSelfRequest.builder()
                .entries(List.of(CurrencyGrantInput.builder()
                        .currencyKey("gold")
                        .amount(5)
                        .build()))
                .build();
    }

    private static ConsumeItemInput one() {
        return ConsumeItemInput.builder().quantity(1).build();
    }

    private static DebitWalletInput five() {
        return DebitWalletInput.builder().amount(5).build();
    }

    private static ProgressWalletInput lost() {
        return ProgressWalletInput.builder().amount(-5).build();
    }

    private static FriendSearchOptions levelOfFound() {
        return FriendSearchOptions.builder().progression(List.of("level")).build();
    }

    private static FriendSuggestionOptions levelOfSuggested() {
        return FriendSuggestionOptions.builder().progression(List.of("level")).build();
    }

    private static FriendReadOptions level() {
        return FriendReadOptions.builder().progression(List.of("level")).build();
    }

    private static PresenceInput hunting() {
        return PresenceInput.builder().status(PresenceStatus.of("hunting")).build();
    }

    private static FriendTarget marta() {
        return FriendTarget.builder().externalPlayerId("marta").build();
    }

    private static SendGiftRequest gift() {
        return SendGiftRequest.builder()
                .externalPlayerId("marta")
                .type(GiftResourceType.CURRENCY)
                .resourceKey("gold")
                .amount(25)
                .build();
    }

    private static TrackPurchaseRequest purchase() {
        return TrackPurchaseRequest.builder()
                .transactionId("GPA.1")
                .store(PurchaseStore.GOOGLE_PLAY)
                .productId("gems")
                .amountMinor(499)
                .currency("USD")
                .build();
    }
}
