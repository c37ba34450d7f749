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
import io.kraty.sdk.InventoryStreamOptions;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.RequestOptions;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Which method of the SDK calls which endpoint: every call of the SDK once, in its longest form, with the operation of the
 * API description that it comes down to. {@link EndpointTableTest} holds it against both.
 */
@SuppressWarnings("ImmutableEnumChecker") // the calls hold nothing
enum Operation {
    PING("ping", (kraty, options) -> kraty.ping(options)),
    SERVER_TIME("getServerTime", (kraty, options) -> kraty.getServerTime(ZoneId.of("Europe/Lisbon"), options)),
    SYNC_TIME("getServerTime", (kraty, options) -> kraty.syncTime(options)),

    CATALOG("getCatalog", (kraty, options) -> kraty.catalog().read(options)),

    REGISTER("registerPlayer", (kraty, options) -> kraty.players().register("somebody", options)),
    ROTATE("registerPlayer", (kraty, options) -> kraty.players().rotate("somebody", options)),
    GET_IDENTITY("getPlayerIdentity", (kraty, options) -> kraty.players().getIdentity(options)),
    SET_IDENTITY("setPlayerIdentity", (kraty, options) -> kraty.players().setIdentity(identity(), options)),
    SET_METADATA("setPlayerMetadata", (kraty, options) -> kraty.players().setMetadata(Map.of("vip", true), options)),
    MERGE_METADATA(
            "mergePlayerMetadata", (kraty, options) -> kraty.players().mergeMetadata(Map.of("vip", true), options)),

    EVENTS("listEvents", (kraty, options) -> kraty.events().listForPlayer(options)),
    START("startAttempt", (kraty, options) -> kraty.events().start("hunt", Map.of("level", 7), options)),
    PROGRESS(
            "reportProgress",
            (kraty, options) -> kraty.events().progress("hunt", "a1", ProgressInput.set(1.5), options)),
    FINISH("finishAttempt", (kraty, options) -> kraty.events().finish("hunt", "a1", options)),

    LOBBY("getLobby", (kraty, options) -> kraty.lobbies().read("l1", options)),

    BOARD("getLeaderboard", (kraty, options) -> kraty.leaderboards().read("elo", self(), options)),
    STANDINGS(
            "getLeaderboardStandings", (kraty, options) -> kraty.leaderboards().standings("elo", mine(), options)),
    PERIODS("listLeaderboardPeriods", (kraty, options) -> kraty.leaderboards().listPeriods("elo", 3, options)),
    SCORE("submitScore", (kraty, options) -> kraty.leaderboards().submitScore("elo", score(), options)),
    JOIN("joinLeaderboard", (kraty, options) -> kraty.leaderboards().join("elo", join(), options)),
    EVENT_BOARD("getEventLeaderboard", (kraty, options) -> kraty.leaderboards().read(Operation.ID, self(), options)),
    EXPLICIT_EVENT_BOARD(
            "getEventLeaderboard", (kraty, options) -> kraty.eventLeaderboards().read("b1", selfAtEvent(), options)),
    EVENT_BOARD_STREAM(
            "streamEventLeaderboard",
            (kraty, options) -> Live.drain(kraty.leaderboards().live(Operation.ID))),
    EXPLICIT_EVENT_BOARD_STREAM(
            "streamEventLeaderboard",
            (kraty, options) -> Live.drain(kraty.eventLeaderboards().live("b1"))),
    EVENT_BOARD_LISTENER(
            "streamEventLeaderboard",
            (kraty, options) -> Live.hear(listener -> kraty.leaderboards().live(Operation.ID, listener))),
    EXPLICIT_EVENT_BOARD_LISTENER(
            "streamEventLeaderboard",
            (kraty, options) -> Live.hear(listener -> kraty.eventLeaderboards().live("b1", listener))),
    JOIN_EVENT_BOARD(
            "joinEventLeaderboard",
            (kraty, options) -> kraty.eventLeaderboards().join("b1", join(), options)),

    PENDING("listPendingGrants", (kraty, options) -> kraty.grants().listPending(5, options)),
    COLLECT("listPendingGrants", (kraty, options) -> kraty.grants().collectAll(grant -> true, options)),
    CLAIM("claimGrant", (kraty, options) -> kraty.grants().claim("g1", options)),
    OPEN("openCrate", (kraty, options) -> kraty.grants().open("g1", options)),
    GRANT("grantToSelf", (kraty, options) -> kraty.grants().grant(gold(), options)),

    INVENTORY("listInventory", (kraty, options) -> kraty.inventory().list(options)),
    CONSUME("consumeItem", (kraty, options) -> kraty.inventory().consume("potion", one(), options)),
    INVENTORY_STREAM(
            "streamInventory",
            (kraty, options) -> Live.drain(kraty.inventory().live(InventoryStreamOptions.defaults(), options))),
    INVENTORY_LISTENER(
            "streamInventory",
            (kraty, options) -> Live.hearInventory(
                    listener -> kraty.inventory().live(InventoryStreamOptions.defaults(), listener, options))),

    WALLET("listWallet", (kraty, options) -> kraty.wallet().list(options)),
    DEBIT("debitWallet", (kraty, options) -> kraty.wallet().debit("gold", five(), options)),
    PROGRESS_WALLET("progressWallet", (kraty, options) -> kraty.wallet().progress("xp", lost(), options)),

    FRIEND_CODE("getFriendCode", (kraty, options) -> kraty.friends().getCode(level(), options)),
    HEARTBEAT("heartbeat", (kraty, options) -> kraty.friends().heartbeat(hunting(), options)),
    FRIENDS("listFriends", (kraty, options) -> kraty.friends().list(level(), options)),
    SEARCH("searchFriends", (kraty, options) -> kraty.friends().search("mar", levelOfFound(), options)),
    SUGGESTIONS("suggestFriends", (kraty, options) -> kraty.friends().suggestions(levelOfSuggested(), options)),
    FRIEND_REQUESTS("listFriendRequests", (kraty, options) -> kraty.friends().listRequests(level(), options)),
    ADD_FRIEND("sendFriendRequest", (kraty, options) -> kraty.friends().add(marta(), options)),
    ACCEPT("acceptFriendRequest", (kraty, options) -> kraty.friends().accept("r1", options)),
    DECLINE("declineFriendRequest", (kraty, options) -> kraty.friends().decline("r1", options)),
    CANCEL("cancelFriendRequest", (kraty, options) -> kraty.friends().cancelRequest("r1", options)),
    REMOVE_FRIEND("removeFriend", (kraty, options) -> kraty.friends().remove("marta", options)),
    BLOCKS("listBlocks", (kraty, options) -> kraty.friends().listBlocks(options)),
    BLOCK("blockPlayer", (kraty, options) -> kraty.friends().block(marta(), options)),
    UNBLOCK("unblockPlayer", (kraty, options) -> kraty.friends().unblock("marta", options)),
    GIFT_CATALOG("getGiftCatalog", (kraty, options) -> kraty.friends().giftCatalog(options)),
    SEND_GIFT("sendGift", (kraty, options) -> kraty.friends().sendGift(gift(), options)),
    GIFTS("listGifts", (kraty, options) -> kraty.friends().gifts(GiftReadOptions.pending(), options)),
    SENT_GIFTS("listSentGifts", (kraty, options) -> kraty.friends().sentGifts(GiftReadOptions.pending(), options)),
    CLAIM_GIFT("claimGift", (kraty, options) -> kraty.friends().claimGift("g1", options)),

    PURCHASE("trackPurchase", (kraty, options) -> kraty.purchases().track(purchase(), options));

    private static final String ID = "8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21";

    private final String operationId;
    private final BiConsumer<Kraty, RequestOptions> call;

    Operation(String operationId, BiConsumer<Kraty, RequestOptions> call) {
        this.operationId = operationId;
        this.call = call;
    }

    Endpoint endpoint() {
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

    void call(Kraty kraty, RequestOptions options) {
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
