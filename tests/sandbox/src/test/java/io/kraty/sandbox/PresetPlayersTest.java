package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.kraty.sandbox.internal.definition.PlayerDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Players who are there from the start. */
class PresetPlayersTest extends SandboxTest {
    private TestPlayer ana;
    private TestPlayer rui;

    @BeforeEach
    void game() {
        restart(KratySandbox.builder()
                .game(Games.withPlayers(
                        Game.demo().definition(),
                        new PlayerDefinition(
                                "ana",
                                "ana's own secret",
                                "Ana",
                                "avatar_7",
                                "PT",
                                false,
                                Map.of("vip_pass", 1L, "health_potion", 0L),
                                Map.of("gold", 250L, "xp", 600L),
                                List.of("rui"),
                                Map.of("guild", "otters")),
                        preset("rui", false),
                        preset("max", true))));
        ana = new TestPlayer(api, "ana", "ana's own secret");
        rui = new TestPlayer(api, "rui", sandbox.secretOf("rui").orElseThrow());
    }

    private static PlayerDefinition preset(String id, boolean banned) {
        return new PlayerDefinition(id, null, null, null, null, banned, Map.of(), Map.of(), List.of(), Map.of());
    }

    @Test
    void holdings_areThere_andInTheLedger() {
        assertEquals(250, ana.balance("gold"));
        assertEquals(0, ana.balance("gems"));
        assertEquals(1, ana.items("vip_pass"));
        assertEquals(0, rui.balance("gold"));
        assertEquals(
                250,
                sandbox.ledger().stream()
                        .filter(entry ->
                                entry.key().equals("gold") && entry.reason().equals("initial"))
                        .mapToLong(LedgerEntry::delta)
                        .sum());
        assertEquals(
                List.of(),
                ana.get("pending-grants").objects("data").stream()
                        .filter(grant -> grant.get("sourceKind").getAsString().equals("welcome"))
                        .toList());
    }

    @Test
    void holdings_haveTheirConsequences() {
        assertEquals(2, ana.balance("level"), "600 xp are two levels");
        ana.start("vip_gala").expect(201);
        ana.start("legends_cup").expect(201);
        rui.start("vip_gala").expectError(403, "entry_requirement_failed");
        assertEquals(
                600,
                api.get("leaderboards/xp_league?includeSelf=true&externalId=ana")
                        .number("data.self.score"));
    }

    @Test
    void secret_isTheGivenOne_orFollowsFromTheSeed() {
        ana.get("wallet").expect(200);
        rui.get("wallet").expect(200);
        new TestPlayer(api, "ana", rui.secret()).get("wallet").expectError(401, "player_secret_invalid");
        api.post("players/ana/register", "{}", null).expectError(409, "player_already_registered");
        assertEquals(List.of("ana", "rui", "max"), sandbox.players());
    }

    @Test
    void identity_isTheGivenOne_andTheSyntheticOneStays() {
        Reply named = api.get("players/ana/identity").expect(200);
        assertEquals("Ana", named.text("data.displayIdentity.name"));
        assertEquals("avatar_7", named.text("data.displayIdentity.avatar"));
        assertEquals("PT", named.text("data.displayIdentity.country"));
        assertNotEquals("Ana", named.text("data.anonymizedIdentity.name"));
        Reply unnamed = api.get("players/rui/identity").expect(200);
        assertEquals(unnamed.text("data.anonymizedIdentity.name"), unnamed.text("data.displayIdentity.name"));
    }

    @Test
    void friends_areFriendsOfEachOther() {
        assertEquals(List.of("rui"), friends(ana));
        assertEquals(List.of("ana"), friends(rui));
    }

    @Test
    void banned_mayReadButNotWrite() {
        TestPlayer max = new TestPlayer(api, "max", sandbox.secretOf("max").orElseThrow());
        max.get("wallet").expect(200);
        max.start("coin_rush").expectError(403, "player_banned");
    }

    @Test
    void metadata_isThere() {
        Reply merged = ana.patch("metadata", "{\"level\":3}").expect(200);
        assertEquals("otters", merged.text("data.metadata.guild"));
        assertFalse(rui.patch("metadata", "{\"level\":3}")
                .at("data.metadata")
                .getAsJsonObject()
                .has("guild"));
    }

    private static List<String> friends(TestPlayer player) {
        return player.get("friends").expect(200).texts("data.friends", "externalPlayerId");
    }
}
