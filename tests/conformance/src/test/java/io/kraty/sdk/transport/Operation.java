package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.api.model.ConsumeItemInput;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.LeaderboardReadOptions;
import io.kraty.sdk.LeaderboardStream;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.RequestOptions;
import java.util.Map;
import java.util.function.BiConsumer;

/** Every call of the SDK, once: the method, whether it is about a player's own things, and how to make it. */
@SuppressWarnings("ImmutableEnumChecker") // the calls hold nothing
enum Operation {
    CATALOG("GET", false, (kraty, options) -> kraty.catalog().read(options)),
    REGISTER("POST", false, (kraty, options) -> kraty.players().register("somebody", options)),
    ROTATE("POST", false, (kraty, options) -> kraty.players().rotate("somebody", options)),
    EVENTS("GET", false, (kraty, options) -> kraty.events().listForPlayer(options)),
    START("POST", true, (kraty, options) -> kraty.events().start("hunt", Map.of("level", 7), options)),
    PROGRESS("POST", true, (kraty, options) -> kraty.events().progress("hunt", "a1", ProgressInput.set(1.5), options)),
    LOBBY("GET", false, (kraty, options) -> kraty.lobbies().read("l1", options)),
    BOARD("GET", false, (kraty, options) -> kraty.leaderboards().read("elo", self(), options)),
    EVENT_BOARD(
            "GET",
            false,
            (kraty, options) -> kraty.leaderboards().read("8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21", self(), options)),
    EVENT_BOARD_STREAM("GET", false, (kraty, options) -> {
        try (LeaderboardStream stream = kraty.leaderboards().live("8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21")) {
            stream.forEach(event -> {});
        }
    }),
    PENDING("GET", true, (kraty, options) -> kraty.grants().listPending(5, options)),
    CLAIM("POST", true, (kraty, options) -> kraty.grants().claim("g1", options)),
    OPEN("POST", true, (kraty, options) -> kraty.grants().open("g1", options)),
    COLLECT("GET", true, (kraty, options) -> kraty.grants().collectAll(options)),
    INVENTORY("GET", true, (kraty, options) -> kraty.inventory().list(options)),
    CONSUME(
            "POST",
            true,
            (kraty, options) -> kraty.inventory()
                    .consume("potion", ConsumeItemInput.builder().quantity(1L).build(), options)),
    WALLET("GET", true, (kraty, options) -> kraty.wallet().list(options)),
    DEBIT(
            "POST",
            true,
            (kraty, options) -> kraty.wallet()
                    .debit("gold", DebitWalletInput.builder().amount(5L).build(), options));

    private final String method;
    private final boolean personal;
    private final BiConsumer<Kraty, RequestOptions> call;

    Operation(String method, boolean personal, BiConsumer<Kraty, RequestOptions> call) {
        this.method = method;
        this.personal = personal;
        this.call = call;
    }

    String method() {
        return method;
    }

    boolean isWrite() {
        return !method.equals("GET");
    }

    /** Whether it needs the player's secret. */
    boolean isPersonal() {
        return personal;
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

    private static LeaderboardReadOptions self() {
        return LeaderboardReadOptions.builder().includeSelf(true).limit(200).build();
    }
}
