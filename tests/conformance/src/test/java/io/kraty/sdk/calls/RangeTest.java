package io.kraty.sdk.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.ConsumeItemInput;
import io.kraty.api.model.CrateGrantInput;
import io.kraty.api.model.CurrencyGrantInput;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.FriendSearchOptions;
import io.kraty.api.model.FriendSuggestionOptions;
import io.kraty.api.model.FriendTarget;
import io.kraty.api.model.GiftReadOptions;
import io.kraty.api.model.GiftResourceType;
import io.kraty.api.model.GrantEntryInput;
import io.kraty.api.model.ItemGrantInput;
import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.SendGiftRequest;
import io.kraty.api.model.StandingsOptions;
import io.kraty.api.model.StandingsScope;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.transport.Endpoint;
import io.kraty.sdk.transport.MockPlatform;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A number that is out of its range, and a text or a list of the wrong size, is refused by name before anything is sent or
 * anybody is registered. What is at the bounds is sent.
 */
class RangeTest {
    private static final long MANY = 77; // of what has no greatest size

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    /** How a value of a request is limited, and a call that has the number, or a text or a list of that size, there. */
    record Range(String operationId, String name, long min, long max, boolean isSize, ObjLongConsumer<Kraty> call) {
        static Range limit(String operationId, int max, BiConsumer<Kraty, Integer> call) {
            return number(operationId, "limit", max, (kraty, limit) -> call.accept(kraty, Math.toIntExact(limit)));
        }

        static Range number(String operationId, String name, long max, ObjLongConsumer<Kraty> call) {
            return new Range(operationId, name, 1, max, false, call);
        }

        static Range text(String operationId, String name, int min, long max, BiConsumer<Kraty, String> call) {
            return size(operationId, name, min, max, (kraty, size) -> call.accept(kraty, "\ud83c\udfae".repeat(size)));
        }

        static Range size(String operationId, String name, int min, long max, BiConsumer<Kraty, Integer> call) {
            return new Range(
                    operationId, name, min, max, true, (kraty, size) -> call.accept(kraty, Math.toIntExact(size)));
        }

        /** What must be refused. */
        Set<Long> outside() {
            long smallest = isSize ? 0 : isInt() ? Integer.MIN_VALUE : Long.MIN_VALUE;
            long largest = isSize ? max + 1 : isInt() ? Integer.MAX_VALUE : Long.MAX_VALUE;
            Set<Long> outside = new TreeSet<>(List.of(min - 1, min - 2, smallest));
            outside.removeIf(value -> value < smallest || value >= min);
            if (max < largest && !(isSize && max == MANY)) {
                outside.add(max + 1);
                outside.add(largest);
            }
            return outside;
        }

        boolean isInt() {
            return name.equals("limit") || name.equals("maxSegments");
        }

        @Override
        public String toString() {
            return name + " of " + operationId;
        }
    }

    static Stream<Range> ranges() {
        return Stream.of(limits(), amounts(), texts(), lists()).flatMap(List::stream);
    }

    private static List<Range> limits() {
        return List.of(
                Range.limit(
                        "getLeaderboard",
                        200,
                        (kraty, limit) -> kraty.leaderboards()
                                .read("elo", read().limit(limit).build())),
                Range.limit(
                        "getLeaderboard",
                        200,
                        (kraty, limit) -> kraty.leaderboards()
                                .read(
                                        "elo",
                                        read().limit(limit).includeSelf(true).build())),
                Range.limit(
                        "getEventLeaderboard",
                        200,
                        (kraty, limit) -> kraty.eventLeaderboards()
                                .read("b1", readEvent().limit(limit).build())),
                Range.limit(
                        "getEventLeaderboard",
                        200,
                        (kraty, limit) -> kraty.eventLeaderboards()
                                .read(
                                        "b1",
                                        readEvent()
                                                .limit(limit)
                                                .includeSelf(true)
                                                .build())),
                Range.limit(
                        "getLeaderboardStandings",
                        200,
                        (kraty, limit) -> kraty.leaderboards()
                                .standings(
                                        "elo",
                                        StandingsOptions.builder().limit(limit).build())),
                Range.limit(
                        "getLeaderboardStandings",
                        200,
                        (kraty, limit) -> kraty.leaderboards()
                                .standings("elo", mine().limit(limit).build())),
                Range.number(
                        "getLeaderboardStandings",
                        "maxSegments",
                        100,
                        (kraty, max) -> kraty.leaderboards()
                                .standings(
                                        "elo",
                                        mine().maxSegments(Math.toIntExact(max)).build())),
                Range.limit(
                        "listLeaderboardPeriods",
                        52,
                        (kraty, limit) -> kraty.leaderboards().listPeriods("elo", limit)),
                Range.limit(
                        "joinLeaderboard",
                        200,
                        (kraty, limit) -> kraty.leaderboards().join("elo", join(limit))),
                Range.limit(
                        "joinEventLeaderboard",
                        200,
                        (kraty, limit) -> kraty.eventLeaderboards().join("b1", join(limit))),
                Range.limit(
                        "listPendingGrants",
                        Integer.MAX_VALUE,
                        (kraty, limit) -> kraty.grants().listPending(limit)),
                Range.limit(
                        "searchFriends",
                        Integer.MAX_VALUE,
                        (kraty, limit) -> kraty.friends().search("mar", search(limit))),
                Range.limit(
                        "suggestFriends", 25, (kraty, limit) -> kraty.friends().suggestions(suggestions(limit))),
                Range.limit(
                        "listGifts",
                        Integer.MAX_VALUE,
                        (kraty, limit) -> kraty.friends().gifts(gifts(limit))),
                Range.limit(
                        "listSentGifts",
                        Integer.MAX_VALUE,
                        (kraty, limit) -> kraty.friends().sentGifts(gifts(limit))));
    }

    private static List<Range> amounts() {
        return List.of(
                Range.number(
                        "consumeItem",
                        "quantity",
                        Long.MAX_VALUE,
                        (kraty, quantity) -> kraty.inventory().consume("potion", quantity)),
                Range.number(
                        "consumeItem",
                        "quantity",
                        Long.MAX_VALUE,
                        (kraty, quantity) -> kraty.inventory()
                                .consume(
                                        "potion",
                                        ConsumeItemInput.builder()
                                                .quantity(quantity)
                                                .build())),
                Range.number(
                        "debitWallet",
                        "amount",
                        Long.MAX_VALUE,
                        (kraty, amount) -> kraty.wallet().debit("gold", amount)),
                Range.number(
                        "debitWallet",
                        "amount",
                        Long.MAX_VALUE,
                        (kraty, amount) -> kraty.wallet()
                                .debit(
                                        "gold",
                                        DebitWalletInput.builder()
                                                .amount(amount)
                                                .build())),
                Range.number(
                        "sendGift",
                        "amount",
                        Long.MAX_VALUE,
                        (kraty, amount) ->
                                kraty.friends().sendGift(gift().amount(amount).build())),
                Range.number(
                        "grantToSelf",
                        "entries[0].quantity",
                        Long.MAX_VALUE,
                        (kraty, quantity) -> kraty.grants().grant(List.of(item("sword", quantity)))),
                Range.number(
                        "grantToSelf",
                        "entries[0].quantity",
                        Long.MAX_VALUE,
                        (kraty, quantity) -> kraty.grants().grant(List.of(crate("chest", quantity)))));
    }

    private static List<Range> texts() {
        return List.of(
                Range.text(
                        "searchFriends",
                        "q",
                        1,
                        MANY,
                        (kraty, text) -> kraty.friends().search(text)),
                Range.text(
                        "setPlayerIdentity",
                        "name",
                        1,
                        MANY,
                        (kraty, text) -> kraty.players().setIdentity(text)),
                Range.text(
                        "sendFriendRequest",
                        "friendCode",
                        1,
                        MANY,
                        (kraty, text) -> kraty.friends().addByCode(text)),
                Range.text(
                        "sendFriendRequest",
                        "externalPlayerId",
                        1,
                        MANY,
                        (kraty, text) -> kraty.friends().addById(text)),
                Range.text(
                        "blockPlayer",
                        "friendCode",
                        1,
                        MANY,
                        (kraty, text) -> kraty.friends().blockByCode(text)),
                Range.text(
                        "blockPlayer",
                        "externalPlayerId",
                        1,
                        MANY,
                        (kraty, text) -> kraty.friends()
                                .block(FriendTarget.builder()
                                        .externalPlayerId(text)
                                        .build())),
                Range.text(
                        "sendGift",
                        "friendCode",
                        1,
                        MANY,
                        (kraty, text) -> kraty.friends()
                                .sendGift(gift().externalPlayerId(null)
                                        .friendCode(text)
                                        .build())),
                Range.text(
                        "sendGift",
                        "externalPlayerId",
                        1,
                        MANY,
                        (kraty, text) -> kraty.friends()
                                .sendGift(gift().externalPlayerId(text).build())),
                Range.text(
                        "sendGift",
                        "resourceKey",
                        1,
                        MANY,
                        (kraty, text) -> kraty.friends()
                                .sendGift(gift().resourceKey(text).build())),
                Range.text(
                        "sendGift",
                        "message",
                        0,
                        140,
                        (kraty, text) ->
                                kraty.friends().sendGift(gift().message(text).build())),
                Range.text(
                        "grantToSelf",
                        "entries[0].itemKey",
                        1,
                        MANY,
                        (kraty, text) -> kraty.grants().grant(List.of(item(text, 1)))),
                Range.text(
                        "grantToSelf",
                        "entries[0].crateItemKey",
                        1,
                        MANY,
                        (kraty, text) -> kraty.grants().grant(List.of(crate(text, 1)))),
                Range.text(
                        "grantToSelf",
                        "entries[0].currencyKey",
                        1,
                        MANY,
                        (kraty, text) -> kraty.grants()
                                .grant(List.of(CurrencyGrantInput.builder()
                                        .currencyKey(text)
                                        .amount(1)
                                        .build()))),
                Range.text(
                        "trackPurchase",
                        "transactionId",
                        1,
                        MANY,
                        (kraty, text) -> kraty.purchases()
                                .track(purchase().transactionId(text).build())),
                Range.text(
                        "trackPurchase",
                        "productId",
                        1,
                        MANY,
                        (kraty, text) -> kraty.purchases()
                                .track(purchase().productId(text).build())),
                Range.text(
                        "trackPurchase",
                        "currency",
                        3,
                        3,
                        (kraty, text) -> kraty.purchases()
                                .track(purchase().currency(text).build())));
    }

    private static List<Range> lists() {
        return List.of(
                Range.size(
                        "getLeaderboard",
                        "progression",
                        0,
                        8,
                        (kraty, size) -> kraty.leaderboards()
                                .read("elo", read().progression(keys(size)).build())),
                Range.size(
                        "getLeaderboard",
                        "progression",
                        0,
                        8,
                        (kraty, size) -> kraty.leaderboards()
                                .read(
                                        "elo",
                                        read().includeSelf(true)
                                                .progression(keys(size))
                                                .build())),
                Range.size(
                        "getEventLeaderboard",
                        "progression",
                        0,
                        8,
                        (kraty, size) -> kraty.eventLeaderboards()
                                .read("b1", readEvent().progression(keys(size)).build())),
                Range.size(
                        "getEventLeaderboard",
                        "progression",
                        0,
                        8,
                        (kraty, size) -> kraty.eventLeaderboards()
                                .read(
                                        "b1",
                                        readEvent()
                                                .includeSelf(true)
                                                .progression(keys(size))
                                                .build())),
                Range.size(
                        "getLeaderboardStandings",
                        "progression",
                        0,
                        8,
                        (kraty, size) -> kraty.leaderboards()
                                .standings("elo", mine().progression(keys(size)).build())),
                Range.size(
                        "grantToSelf",
                        "entries",
                        1,
                        MANY,
                        (kraty, size) -> kraty.grants().grant(Collections.nCopies(size, item("sword", 1)))));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void value_outOfItsRange_isRefusedByName(Range range) {
        Kraty kraty = platform.client(platform.fresh());

        assertFalse(range.outside().isEmpty());
        for (long value : range.outside()) {
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class, () -> range.call().accept(kraty, value));

            assertTrue(
                    e.getMessage().matches("\\Q" + range.name() + "\\E( \\(\\w+\\))?: .*, was " + value),
                    e::getMessage);
        }
        assertEquals(List.of(), platform.sent());
        assertEquals(Optional.empty(), kraty.activeExternalPlayerId());
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void value_atItsBounds_isSent(Range range) {
        platform.answers(MockPlatform.error(404, "not_found"));
        Kraty kraty = platform.client();

        for (long value : new long[] {range.min(), range.max()}) {
            int before = platform.sent().size();

            assertThrows(KratyApiException.class, () -> range.call().accept(kraty, value));

            assertEquals(before + 1, platform.sent().size());
            String all = platform.sent().get(before).target()
                    + platform.sent().get(before).body();
            String field = range.name().replace("entries[0].", "");
            assertTrue(range.isSize() || all.matches(".*[?&\"]" + field + "(=|\":)" + value + "([&,}{].*)?"), all);
        }
    }

    @Test
    void ranges_areAllOfThoseInTheDescription() {
        Set<String> limits = Set.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems");
        Set<String> described = new TreeSet<>();
        for (Endpoint endpoint : Endpoint.all().values()) {
            endpoint.limited(limits).stream()
                    .filter(name -> !name.equals("idempotencyKey")) // a blank one counts as none
                    .filter(name -> !name.equals("timezone")) // a ZoneId always has a name
                    .forEach(name -> described.add(name + " of " + endpoint.operationId()));
        }

        assertEquals(described, ranges().map(Range::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static EventLeaderboardReadOptions.Builder readEvent() {
        return EventLeaderboardReadOptions.builder();
    }

    private static LeaderboardReadOptions.Builder read() {
        return LeaderboardReadOptions.builder();
    }

    private static StandingsOptions.Builder mine() {
        return StandingsOptions.builder().scope(StandingsScope.MINE);
    }

    private static LeaderboardJoinOptions join(int limit) {
        return LeaderboardJoinOptions.builder().limit(limit).build();
    }

    private static FriendSearchOptions search(int limit) {
        return FriendSearchOptions.builder().limit(limit).build();
    }

    private static FriendSuggestionOptions suggestions(int limit) {
        return FriendSuggestionOptions.builder().limit(limit).build();
    }

    private static GiftReadOptions gifts(int limit) {
        return GiftReadOptions.builder().limit(limit).build();
    }

    private static SendGiftRequest.Builder gift() {
        return SendGiftRequest.builder()
                .externalPlayerId("marta")
                .type(GiftResourceType.ITEM)
                .resourceKey("sword")
                .amount(1);
    }

    private static TrackPurchaseRequest.Builder purchase() {
        return TrackPurchaseRequest.builder()
                .transactionId("GPA.1")
                .store(PurchaseStore.WEB)
                .productId("gems")
                .amountMinor(499)
                .currency("USD");
    }

    private static GrantEntryInput item(String key, long quantity) {
        return ItemGrantInput.builder().itemKey(key).quantity(quantity).build();
    }

    private static GrantEntryInput crate(String key, long quantity) {
        return CrateGrantInput.builder().crateItemKey(key).quantity(quantity).build();
    }

    private static List<String> keys(int size) {
        return Stream.iterate("k", key -> key + "k").limit(size).toList();
    }
}
