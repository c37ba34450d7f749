package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.LeaderboardReadOptions;
import io.kraty.sdk.PollLobbyOptions;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.RequestOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be right is refused by name before anything is sent, even the registration of a player. */
class BadArgumentTest {
    private static final String BOARD = "8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21";
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

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    static Stream<Arguments> ids() {
        Map<String, BiConsumer<Kraty, String>> calls = new java.util.LinkedHashMap<>();
        calls.put("eventKey of start", (kraty, id) -> kraty.events().start(id));
        calls.put("eventKey of progress", (kraty, id) -> kraty.events().progress(id, "a", ProgressInput.set(1)));
        calls.put("attemptId of progress", (kraty, id) -> kraty.events().progress("e", id, ProgressInput.set(1)));
        calls.put("lobbyId of read", (kraty, id) -> kraty.lobbies().read(id));
        calls.put(
                "lobbyId of poll",
                (kraty, id) -> kraty.pollLobbyUntilActive(
                        id, PollLobbyOptions.builder().build()));
        calls.put("idOrKey of a board", (kraty, id) -> kraty.leaderboards().read(id));
        calls.put(
                "idOrKey of a board with self",
                (kraty, id) -> kraty.leaderboards().read(id, self(5)));
        calls.put(
                "leaderboardId of an event's board",
                (kraty, id) -> kraty.eventLeaderboards().read(id));
        calls.put(
                "leaderboardId of a stream", (kraty, id) -> kraty.leaderboards().live(id));
        calls.put("grantId of claim", (kraty, id) -> kraty.grants().claim(id));
        calls.put("grantId of open", (kraty, id) -> kraty.grants().open(id));
        calls.put("itemKey of consume", (kraty, id) -> kraty.inventory().consume(id, 1));
        calls.put("economyKey of debit", (kraty, id) -> kraty.wallet().debit(id, 1));
        calls.put("externalPlayerId of register", (kraty, id) -> kraty.players().register(id));
        calls.put("externalPlayerId of rotate", (kraty, id) -> kraty.players().rotate(id));
        calls.put("externalPlayerId of as", (kraty, id) -> kraty.wallet().list(RequestOptions.as(id)));
        calls.put("externalPlayerId of signIn", (kraty, id) -> kraty.signIn(id, "secret"));
        List<Arguments> all = new ArrayList<>();
        calls.forEach((name, call) -> BAD_IDS.forEach(id -> all.add(arguments(name, id, call))));
        return all.stream();
    }

    @ParameterizedTest(name = "{0} #{index}")
    @MethodSource("ids")
    void id_thatCannotStandInAPath_isRefusedByName(String name, String id, BiConsumer<Kraty, String> call) {
        refused(name.substring(0, name.indexOf(' ')), kraty -> call.accept(kraty, id));
    }

    static Stream<Arguments> values() {
        List<Arguments> all = new ArrayList<>();
        for (long amount : new long[] {0, -1, Long.MIN_VALUE}) {
            all.add(bad("quantity", amount, kraty -> kraty.inventory().consume("potion", amount)));
            all.add(bad("amount", amount, kraty -> kraty.wallet().debit("gold", amount)));
            all.add(bad("limit", amount, kraty -> kraty.grants().listPending((int) Math.max(amount, -5))));
        }
        for (int limit : new int[] {0, -1, 201, Integer.MAX_VALUE}) {
            all.add(bad("limit", limit, kraty -> kraty.leaderboards().read("elo", self(limit))));
            all.add(bad("limit", limit, kraty -> kraty.leaderboards().read(BOARD, self(limit))));
        }
        LeaderboardReadOptions nine = LeaderboardReadOptions.builder()
                .includeSelf(true)
                .progression(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i"))
                .build();
        all.add(bad("progression", "elo", kraty -> kraty.leaderboards().read("elo", nine)));
        all.add(bad("progression", BOARD, kraty -> kraty.eventLeaderboards().read(BOARD, nine)));
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            all.add(bad("metricValue", value, kraty -> kraty.events().progress("e", "a", ProgressInput.set(value))));
            all.add(bad("metricValue", value, kraty -> ProgressInput.increment(value)));
            all.add(bad("metrics.m", value, kraty -> ProgressInput.set(Map.of("m", value))));
            all.add(bad("metrics.m", value, kraty -> ProgressInput.increment(Map.of("m", value))));
            all.add(bad("free-form", value, kraty -> kraty.events().start("e", Map.of("x", value))));
        }
        all.add(bad("metrics", "none", kraty -> ProgressInput.set(Map.of())));
        all.add(bad("free-form", "POJO", kraty -> kraty.events().start("e", Map.of("x", new Object()))));
        all.add(bad(
                "free-form", "nested POJO", kraty -> kraty.events().start("e", Map.of("x", List.of(new Thread())))));
        return all.stream();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("values")
    void value_outOfItsRange_isRefusedByName(String name, Object value, Consumer<Kraty> call) {
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

    private static LeaderboardReadOptions self(int limit) {
        return LeaderboardReadOptions.builder().limit(limit).includeSelf(true).build();
    }
}
