package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every answer of every operation, and every event of both streams, has the form that the description promises, by the letter:
 * where there is something, and where there is nothing. (That every other test's answers do as well, {@link Api} sees to.)
 */
@Timeout(60)
class EveryAnswerTest {
    /** What the sandbox always knows, so that it is never null. */
    private static final Set<String> NEVER_NULL = Set.of(
            // Everybody has a name, and every board knows what it is.
            "BlockedPlayer.displayIdentity",
            "Friend.displayIdentity",
            "FriendCode.displayIdentity",
            "FriendSearchResult.displayIdentity",
            "FriendSuggestion.displayIdentity",
            "Gift.player",
            "IdentityPair.anonymizedIdentity",
            "IdentityPair.displayIdentity",
            "LeaderboardEntry.name",
            "OtherPlayer.displayIdentity",
            "BoardStandings.resetCadence",
            "BoardStandings.scope",
            "BoardStandings.scoreAggregation",
            "Leaderboard.scope",
            // Whoever has a score has a place.
            "LeaderboardScoreResult.rank",
            // Every gift lapses, every lobby has its deadline, every tier its bundle, every heartbeat its time.
            "Gift.expiresAt",
            "Lobby.fillBy",
            "PlayerPresence.lastActiveAt",
            "RankTier.bundle");

    /** Has next to nothing, and what the demo game has not. */
    private static final String SPARSE = """
            game: Sparse
            settings: {grantLifetime: 30d}
            catalog:
              items: {stone: {}}
              currencies: {dust: {description: Fine.}}
              progressions: {xp: {}, division: {}}
            events:
              brawl: {leaderboard: {lobby: {capacity: 2}}, metrics: {points: {target: 5}}}
            boards:
              plain: {scoredBy: clients}
              league:
                scoredBy: {balance: xp}
                segmentedBy: {division: division, names: [bronze, silver]}
                promotedPlaces: 1
                relegatedPlaces: 1
            gifts: {resources: [{item: stone, maxAmount: 2, costsSender: false}]}
            welcome: [{item: stone, quantity: 3}]
            """;

    private final Map<String, Set<String>> seen = new TreeMap<>();
    private final Set<String> answered = new TreeSet<>();
    private final Set<String> misfits = new TreeSet<>();
    private int count;

    @Test
    void answers_haveEverythingThatIsAlwaysThere_whetherOrNotThereIsAnything() throws IOException {
        play(EveryOperation.settings());
        playSparse();
        assertEquals(Set.of(), misfits);
        assertEquals(Contract.operations(), answered);
        assertTrue(count > 150, () -> "only " + count);
        Map<String, Set<String>> expected = new TreeMap<>();
        for (String property : Contract.requiredAndNullable()) {
            Set<String> both = new TreeSet<>(List.of("null", "something"));
            both.removeIf(each -> each.equals("null") && NEVER_NULL.contains(property));
            expected.put(property, both);
        }
        assertEquals(expected.toString().replace("],", "],\n"), seen.toString().replace("],", "],\n"));
    }

    private void play(KratySandbox.Builder settings) throws IOException {
        try (KratySandbox sandbox = settings.start()) {
            EveryOperation.play(sandbox, new EveryOperation.Listener() {
                @Override
                public void answered(String operation, String request, Reply reply) {
                    tell(operation, reply);
                }

                @Override
                public void streamed(String operation, Sse.Event event) {
                    tell(operation, true, Contract.misfits(operation, event, EveryAnswerTest.this::see));
                }
            });
        }
    }

    private void playSparse() {
        KratySandbox.Builder settings =
                KratySandbox.builder().game(Game.parse(SPARSE, "sparse.yaml")).heartbeat(Duration.ZERO);
        try (KratySandbox sandbox = settings.start()) {
            Api api = new Api(sandbox);
            TestPlayer ana = api.register("ana");
            TestPlayer rui = api.register("rui");
            sandbox.befriend("ana", "rui");
            tell("getCatalog", api.get("catalog"));
            tell("listPendingGrants", ana.get("pending-grants"));
            tell("heartbeat", ana.post("presence", "{\"status\":null}"));
            tell("getGiftCatalog", ana.get("friends/gifts/catalog"));
            tell(
                    "sendGift",
                    ana.post(
                            "friends/gifts",
                            "{\"externalPlayerId\":\"rui\",\"type\":\"item\",\"resourceKey\":\"stone\",\"amount\":1,"
                                    + "\"message\":\"Here\"}"));
            String name = rui.get("identity").text("data.displayIdentity.name");
            tell("searchFriends", ana.get("friends/search?q=" + name.substring(0, 3)));
            tell(
                    "trackPurchase",
                    ana.post(
                            "purchases",
                            "{\"transactionId\":\"t\",\"store\":\"web\",\"productId\":\"p\",\"amountMinor\":1,"
                                    + "\"currency\":\"USD\",\"productType\":\"consumable\"}"));
            tell("getLeaderboardStandings", api.get("leaderboards/plain/standings"));
            tell("getLeaderboard", api.get("leaderboards/league?segment=bronze"));
            tell("getLeaderboard", api.get("leaderboards/league?segment=silver"));
            String lobby = ana.start("brawl").text("error.details.lobbyId");
            sandbox.fillLobby(lobby);
            tell("getLobby", api.get("lobbies/" + lobby));
        }
    }

    private void tell(String operation, Reply reply) {
        tell(operation, reply.status() < 300, Contract.misfits(operation, reply, this::see));
    }

    private void tell(String operation, boolean succeeded, List<String> faults) {
        count++;
        if (succeeded) {
            answered.add(operation);
        }
        faults.forEach(fault -> misfits.add(operation + " " + fault));
    }

    private void see(String property, JsonElement value) {
        if (Contract.requiredAndNullable().contains(property)) {
            seen.computeIfAbsent(property, any -> new TreeSet<>()).add(value.isJsonNull() ? "null" : "something");
        }
    }
}
