package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kraty.api.model.CurrencyGrantInput;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.FriendTarget;
import io.kraty.api.model.GiftResourceType;
import io.kraty.api.model.GrantEntryInput;
import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.SendGiftRequest;
import io.kraty.api.model.StandingsOptions;
import io.kraty.api.model.StandingsScope;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.live.PollLobbyOptions;
import io.kraty.sdk.live.StartWhenReadyOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be right is refused by name before anything is sent, even the registration of a player. */
class BadArgumentTest {
    private static final List<String> BAD_IDS = Collections.unmodifiableList(java.util.Arrays.asList(
            null,
            "",
            " ",
            "\t",
            ".",
            "..",
            "a\nb",
            "\u0000",
            "a\u007f",
            "\u0085x",
            "\ud83c",
            "x\udfae",
            "\udfae\ud83c"));

    private static final StartWhenReadyOptions WAIT =
            StartWhenReadyOptions.builder().build();

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    /** Every id and key of a path, by its name and its operation of the API description. */
    private static Map<String, BiConsumer<Kraty, String>> pathValues() {
        Map<String, BiConsumer<Kraty, String>> calls = new LinkedHashMap<>();
        calls.put(
                "externalPlayerId of registerPlayer",
                (kraty, id) -> kraty.players().register(id));
        calls.put("eventKey of startAttempt", (kraty, id) -> kraty.events().start(id));
        calls.put("eventKey of reportProgress", (kraty, id) -> kraty.events().progress(id, "a", ProgressInput.set(1)));
        calls.put("attemptId of reportProgress", (kraty, id) -> kraty.events().progress("e", id, ProgressInput.set(1)));
        calls.put("eventKey of finishAttempt", (kraty, id) -> kraty.events().finish(id, "a"));
        calls.put("attemptId of finishAttempt", (kraty, id) -> kraty.events().finish("e", id));
        calls.put("lobbyId of getLobby", (kraty, id) -> kraty.lobbies().read(id));
        calls.put("key of getLeaderboard", (kraty, id) -> kraty.leaderboards().read(id));
        calls.put(
                "key of getLeaderboardStandings",
                (kraty, id) -> kraty.leaderboards().standings(id));
        calls.put(
                "key of listLeaderboardPeriods",
                (kraty, id) -> kraty.leaderboards().listPeriods(id));
        calls.put("key of submitScore", (kraty, id) -> kraty.leaderboards().submitScore(id, 1));
        calls.put("key of joinLeaderboard", (kraty, id) -> kraty.leaderboards().join(id));
        calls.put(
                "leaderboardId of getEventLeaderboard",
                (kraty, id) -> kraty.eventLeaderboards().read(id));
        calls.put(
                "leaderboardId of joinEventLeaderboard",
                (kraty, id) -> kraty.eventLeaderboards().join(id));
        calls.put(
                "leaderboardId of streamEventLeaderboard",
                (kraty, id) -> kraty.eventLeaderboards().live(id));
        calls.put("grantId of claimGrant", (kraty, id) -> kraty.grants().claim(id));
        calls.put("grantId of openCrate", (kraty, id) -> kraty.grants().open(id));
        calls.put("itemKey of consumeItem", (kraty, id) -> kraty.inventory().consume(id, 1));
        calls.put("economyKey of debitWallet", (kraty, id) -> kraty.wallet().debit(id, 1));
        calls.put("economyKey of progressWallet", (kraty, id) -> kraty.wallet().progress(id, 1));
        calls.put(
                "requestId of acceptFriendRequest",
                (kraty, id) -> kraty.friends().accept(id));
        calls.put(
                "requestId of declineFriendRequest",
                (kraty, id) -> kraty.friends().decline(id));
        calls.put(
                "requestId of cancelFriendRequest",
                (kraty, id) -> kraty.friends().cancelRequest(id));
        calls.put(
                "friendExternalId of removeFriend",
                (kraty, id) -> kraty.friends().remove(id));
        calls.put(
                "blockedExternalId of unblockPlayer",
                (kraty, id) -> kraty.friends().unblock(id));
        calls.put("giftId of claimGift", (kraty, id) -> kraty.friends().claimGift(id));
        return calls;
    }

    @Test
    void pathValues_areAllOfThoseInTheDescription() {
        Set<String> described = new TreeSet<>();
        for (Endpoint endpoint : Endpoint.all().values()) {
            endpoint.pathValues().stream()
                    // Elsewhere it is the player of the call: the one of RequestOptions.as, or the active one.
                    .filter(name -> !name.equals("externalPlayerId")
                            || endpoint.operationId().equals("registerPlayer"))
                    .forEach(name -> described.add(name + " of " + endpoint.operationId()));
        }

        assertEquals(described, new TreeSet<>(pathValues().keySet()));
    }

    private static Map<String, BiConsumer<Kraty, String>> calls() {
        Map<String, BiConsumer<Kraty, String>> calls = pathValues();
        calls.put(
                "lobbyId of a poll",
                (kraty, id) -> kraty.pollLobbyUntilActive(
                        id, PollLobbyOptions.builder().build()));
        calls.put("eventKey of startWhenReady", (kraty, id) -> kraty.events().startWhenReady(id));
        calls.put(
                "idOrKey of a board with self",
                (kraty, id) -> kraty.leaderboards().read(id, self(5)));
        calls.put(
                "key of standings of mine", (kraty, id) -> kraty.leaderboards().standings(id, mine()));
        calls.put(
                "leaderboardId of an event's board with self",
                (kraty, id) -> kraty.eventLeaderboards().read(id, selfAtEvent(5)));
        calls.put(
                "leaderboardId of a stream", (kraty, id) -> kraty.leaderboards().live(id));
        calls.put(
                "leaderboardId of a listener",
                (kraty, id) -> kraty.eventLeaderboards().live(id, event -> {}));
        calls.put("externalPlayerId of rotate", (kraty, id) -> kraty.players().rotate(id));
        calls.put("externalPlayerId of as", (kraty, id) -> kraty.as(id).wallet().list());
        calls.put("eventKey of a kept progress", (kraty, id) -> kraty.outbox().progress(id, "a", ProgressInput.set(1)));
        calls.put(
                "attemptId of a kept progress", (kraty, id) -> kraty.outbox().progress("e", id, ProgressInput.set(1)));
        calls.put("eventKey of a kept finish", (kraty, id) -> kraty.outbox().finish(id, "a"));
        calls.put("attemptId of a kept finish", (kraty, id) -> kraty.outbox().finish("e", id));
        calls.put("key of a kept score", (kraty, id) -> kraty.outbox().submitScore(id, 1));
        calls.put("grantId of a kept claim", (kraty, id) -> kraty.outbox().claim(id));
        calls.put("grantId of a kept opening", (kraty, id) -> kraty.outbox().open(id));
        calls.put("externalPlayerId of signIn", (kraty, id) -> kraty.signIn(id, "secret"));
        return calls;
    }

    static Stream<Arguments> ids() {
        List<Arguments> all = new ArrayList<>();
        calls().forEach((name, call) -> BAD_IDS.forEach(id -> all.add(arguments(name, id, call))));
        return all.stream();
    }

    @ParameterizedTest(name = "{0} #{index}")
    @MethodSource("ids")
    void id_thatCannotStandInAPath_isRefusedByName(String name, String id, BiConsumer<Kraty, String> call) {
        String argument = name.equals("key of getLeaderboard") ? "idOrKey" : name.substring(0, name.indexOf(' '));

        refused(argument + ": ", kraty -> call.accept(kraty, id));
    }

    static Stream<Arguments> values() {
        List<Arguments> all = new ArrayList<>();
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            all.add(bad("metricValue", value, kraty -> kraty.events().progress("e", "a", ProgressInput.set(value))));
            all.add(bad("metricValue", value, kraty -> ProgressInput.increment(value)));
            all.add(bad("metrics.m", value, kraty -> ProgressInput.set(Map.of("m", value))));
            all.add(bad("metrics.m", value, kraty -> ProgressInput.increment(Map.of("m", value))));
            all.add(bad("playerContext.x", value, kraty -> kraty.events().start("e", Map.of("x", value))));
            all.add(bad(
                    "playerContext.x", value, kraty -> kraty.events().startWhenReady("e", Map.of("x", value), WAIT)));
            all.add(bad("value", value, kraty -> kraty.leaderboards().submitScore("elo", value)));
            all.add(bad("entries[1].amount", value, kraty -> kraty.grants().grant(List.of(gold(1), gold(value)))));
            all.add(bad("x", value, kraty -> kraty.players().setMetadata(Map.of("x", value))));
            all.add(bad("x.y", value, kraty -> kraty.players().mergeMetadata(Map.of("x", Map.of("y", value)))));
        }
        FriendTarget nobody = FriendTarget.builder().build();
        FriendTarget both =
                FriendTarget.builder().friendCode("a").externalPlayerId("b").build();
        SendGiftRequest gift = SendGiftRequest.builder()
                .type(GiftResourceType.ITEM)
                .resourceKey("sword")
                .amount(1)
                .build();
        SendGiftRequest toBoth =
                gift.toBuilder().friendCode("a").externalPlayerId("b").build();
        String target = "friendCode, externalPlayerId: exactly one";
        all.add(bad(target, "none", kraty -> kraty.friends().add(nobody)));
        all.add(bad(target, "both", kraty -> kraty.friends().add(both)));
        all.add(bad(target, "null", kraty -> kraty.friends().addById(null)));
        all.add(bad(target, "null", kraty -> kraty.friends().addByCode(null)));
        all.add(bad(target, "none", kraty -> kraty.friends().block(nobody)));
        all.add(bad(target, "both", kraty -> kraty.friends().block(both)));
        all.add(bad(target, "null", kraty -> kraty.friends().block((String) null)));
        all.add(bad(target, "null", kraty -> kraty.friends().blockByCode(null)));
        all.add(bad(target, "none", kraty -> kraty.friends().sendGift(gift)));
        all.add(bad(target, "both", kraty -> kraty.friends().sendGift(toBoth)));
        all.add(bad("q", "null", kraty -> kraty.friends().search(null)));
        LeaderboardJoinOptions part =
                LeaderboardJoinOptions.builder().segment("PT").build();
        all.add(bad("segment", "PT", kraty -> kraty.eventLeaderboards().join("b1", part)));
        all.add(bad("name", "null", kraty -> kraty.players().setIdentity((String) null)));
        all.add(bad("metrics", "none", kraty -> ProgressInput.set(Map.of())));
        all.add(bad("playerContext.x", "POJO", kraty -> kraty.events().start("e", Map.of("x", new Object()))));
        all.add(bad(
                "playerContext.x[0]",
                "nested POJO",
                kraty -> kraty.events().start("e", Map.of("x", List.of(new Thread())))));
        return all.stream();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("values")
    void value_thatCannotBeRight_isRefusedByName(String name, Object value, Consumer<Kraty> call) {
        refused(name, call);
    }

    private static void refused(String name, Consumer<Kraty> call) {
        Kraty kraty = platform.client(platform.fresh());

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> call.accept(kraty));

        assertTrue(e.getMessage().contains(name), e::getMessage);
        assertEquals(List.of(), platform.sent());
        assertEquals(java.util.Optional.empty(), kraty.activeExternalPlayerId());
    }

    private static Arguments bad(String name, Object value, Consumer<Kraty> call) {
        return arguments(name, value, call);
    }

    private static GrantEntryInput gold(double amount) {
        return CurrencyGrantInput.builder().currencyKey("gold").amount(amount).build();
    }

    private static StandingsOptions mine() {
        return StandingsOptions.builder().scope(StandingsScope.MINE).build();
    }

    private static EventLeaderboardReadOptions selfAtEvent(int limit) {
        return EventLeaderboardReadOptions.builder()
                .limit(limit)
                .includeSelf(true)
                .build();
    }

    private static LeaderboardReadOptions self(int limit) {
        return LeaderboardReadOptions.builder().limit(limit).includeSelf(true).build();
    }
}
