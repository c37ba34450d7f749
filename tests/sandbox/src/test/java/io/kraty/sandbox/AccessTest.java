package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which credentials each operation needs. The table is the contract's, not the sandbox's. */
class AccessTest extends SandboxTest {
    /** An operation, and whether the player in its path has to prove who they are. */
    record Row(String method, String path, boolean needsSecret) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final List<Row> WITH_THE_KEY_ONLY = rows(
            false,
            "GET ping",
            "GET time",
            "GET catalog",
            "POST players/ana/register",
            "GET players/ana/identity",
            "GET players/ana/events",
            "GET lobbies/l",
            "GET leaderboards/weekly_score",
            "GET leaderboards/weekly_score/standings",
            "GET leaderboards/weekly_score/periods",
            "GET event-leaderboards/e",
            "GET event-leaderboards/e/stream");

    private static final List<Row> WITH_THE_SECRET = rows(
            true,
            "PUT players/ana/identity",
            "PUT players/ana/metadata",
            "PATCH players/ana/metadata",
            "POST players/ana/events/coin_rush/start",
            "POST players/ana/events/coin_rush/attempts/a/progress",
            "POST players/ana/events/coin_rush/attempts/a/finish",
            "POST players/ana/leaderboards/weekly_score/score",
            "POST players/ana/leaderboards/weekly_score/join",
            "POST players/ana/event-leaderboards/e/join",
            "GET players/ana/pending-grants",
            "POST players/ana/grants",
            "POST players/ana/grants/g/claim",
            "POST players/ana/crates/g/open",
            "GET players/ana/inventory",
            "GET players/ana/inventory/stream",
            "POST players/ana/inventory/health_potion/consume",
            "GET players/ana/wallet",
            "POST players/ana/wallet/gold/debit",
            "POST players/ana/wallet/xp/progress",
            "POST players/ana/purchases",
            "GET players/ana/friend-code",
            "POST players/ana/presence",
            "GET players/ana/friends",
            "GET players/ana/friends/search?q=a",
            "GET players/ana/friends/suggestions",
            "GET players/ana/friends/requests",
            "POST players/ana/friends/requests",
            "POST players/ana/friends/requests/r/accept",
            "POST players/ana/friends/requests/r/decline",
            "DELETE players/ana/friends/requests/r",
            "DELETE players/ana/friends/rui",
            "GET players/ana/blocks",
            "POST players/ana/blocks",
            "DELETE players/ana/blocks/rui",
            "GET players/ana/friends/gifts/catalog",
            "POST players/ana/friends/gifts",
            "GET players/ana/friends/gifts",
            "GET players/ana/friends/gifts/sent",
            "POST players/ana/friends/gifts/g/claim");

    private TestPlayer ana;
    private TestPlayer rui;

    private static List<Row> rows(boolean needsSecret, String... operations) {
        return Stream.of(operations)
                .map(operation -> operation.split(" "))
                .map(words -> new Row(words[0], words[1], needsSecret))
                .toList();
    }

    static Stream<Row> all() {
        return Stream.concat(WITH_THE_KEY_ONLY.stream(), WITH_THE_SECRET.stream());
    }

    static Stream<Row> withTheKeyOnly() {
        return WITH_THE_KEY_ONLY.stream();
    }

    static Stream<Row> withTheSecret() {
        return WITH_THE_SECRET.stream();
    }

    @BeforeEach
    void players() {
        ana = api.register("ana");
        rui = api.register("rui");
    }

    @Test
    void everyOperation_isInOneOfTheTables() {
        Set<String> listed = all().map(row ->
                        Contract.operation(row.method(), "/sdk/v1/" + row.path().replaceAll("\\?.*", "")))
                .collect(Collectors.toSet());
        assertEquals(Contract.operations(), listed);
        assertEquals(listed.size(), all().count());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everything_needsTheKey(Row row) {
        send(row, null, ana.secret()).expectError(401, "unauthenticated");
        send(row, "Bearer kraty_sdk_test.other", ana.secret()).expectError(401, "session_invalid");
        send(row, "Bearer " + sandbox.serverApiKey(), ana.secret()).expectError(403, "forbidden");
    }

    @ParameterizedTest
    @MethodSource("withTheSecret")
    void whatIsThePlayersOwn_needsTheirSecret(Row row) {
        for (@Nullable String secret : new @Nullable String[] {null, "", "ps_none", rui.secret(), ana.secret() + "x"}) {
            send(row, key(), secret).expectError(401, "player_secret_invalid");
        }
        String old = ana.secret();
        sandbox.rotateSecret("ana");
        send(row, key(), old).expectError(401, "player_secret_invalid");
    }

    /** Clients attach the secret they hold to every request. */
    @ParameterizedTest
    @MethodSource("withTheKeyOnly")
    void whatIsPublic_caresForNoSecret(Row row) {
        Reply without = send(row, key(), null);
        assertNotEquals(401, without.status());
        assertEquals(without.body(), send(row, key(), rui.secret()).body());
        assertEquals(without.body(), send(row, key(), "ps_none").body());
    }

    @ParameterizedTest
    @MethodSource("all")
    void bannedPlayer_readsEverything_butWritesNothing(Row row) {
        sandbox.ban("ana");
        if (row.method().equals("GET")) {
            boolean endless = row.path().endsWith("inventory/stream");
            assertNotEquals(403, endless ? 200 : send(row, key(), ana.secret()).status());
        } else {
            send(row, key(), ana.secret()).expectError(403, "player_banned");
        }
    }

    private String key() {
        return "Bearer " + sandbox.apiKey();
    }

    private Reply send(Row row, @Nullable String authorization, @Nullable String secret) {
        boolean hasBody = !row.method().equals("GET") && !row.method().equals("DELETE");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sdk/v1/" + row.path()))
                .method(row.method(), hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (secret != null) {
            request.header("X-Player-Secret", secret);
        }
        return Api.send(request.build());
    }
}
