package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerSearchTest extends SocialTest {
    @Test
    void search_findsPartsOfNames_inEitherCase() {
        String name = name(rui);
        String part = name.substring(1, name.length() - 1);
        for (String text : List.of(name, part, part.toUpperCase(Locale.ROOT), part.toLowerCase(Locale.ROOT))) {
            assertTrue(found(ana, text).contains("rui"), text);
        }
        assertEquals(List.of(), found(ana, "no such name"));
        assertEquals(List.of(), found(ana, "rui"), "ids are not names");
    }

    @Test
    void search_looksAtTheNamesPlayersGaveThemselves() {
        rui.put("identity", "{\"name\":\"R\u00DAI the Great\"}").expect(200);
        assertEquals(List.of("rui"), found(ana, "r\u00FAi THE"));
        assertEquals("R\u00DAI the Great", search(ana, "great", "").text("data.results.0.displayIdentity.name"));
    }

    @Test
    void search_omitsTheSearchingPlayer() {
        assertFalse(found(ana, name(ana)).contains("ana"));
        assertTrue(found(eva, name(ana)).contains("ana"));
    }

    @Test
    void search_omitsBlocks_inBothDirections() {
        block(ana, rui).expect(201);
        assertFalse(found(ana, name(rui)).contains("rui"));
        assertFalse(found(rui, name(ana)).contains("ana"));
        assertTrue(found(eva, name(rui)).contains("rui"));
    }

    @Test
    void search_findsNoBots() {
        String board = ana.start("coin_rush").expect(201).text("data.leaderboardId");
        api.get("event-leaderboards/" + board).objects("data.entries").stream()
                .filter(entry -> entry.get("kind").getAsString().equals("bot"))
                .forEach(bot -> found(ana, bot.get("name").getAsString())
                        .forEach(id -> assertTrue(sandbox.players().contains(id), id)));
    }

    @Test
    void relationship_isWhatTheFoundOneIsToTheSearchingOne() {
        assertEquals("none", relationship(ana, rui));
        String id = requestId(ana, rui);
        assertEquals("request_outgoing", relationship(ana, rui));
        assertEquals("request_incoming", relationship(rui, ana));
        accept(rui, id).expect(200);
        assertEquals("friends", relationship(ana, rui));
        assertEquals("friends", relationship(rui, ana));
    }

    @Test
    void progression_isThatOfTheFound() {
        sandbox.credit("rui", "xp", 3);
        Reply reply = search(ana, name(rui), "&progression=xp,gems").expect(200);
        assertEquals(
                "{\"xp\":3,\"gems\":0}", reply.at("data.results.0.progression").toString());
    }

    @Test
    void limit_cuts_twentyIfNoneIsGiven() {
        for (int i = 0; i < 60; i++) {
            api.register("p" + i);
        }
        assertEquals(20, found(ana, "e").size());
        assertEquals(
                found(ana, "e").subList(0, 3), search(ana, "e", "&limit=3").texts("data.results", "externalPlayerId"));
        search(ana, "e", "&limit=0").expectError(400, "validation_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"friends/search", "friends/search?q=", "friends/search?q=%20"})
    void text_isRequired(String path) {
        ana.get(path).expectError(400, "validation_failed");
    }

    private static Reply search(TestPlayer player, String text, String rest) {
        return player.get("friends/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + rest);
    }

    private static List<String> found(TestPlayer player, String text) {
        return search(player, text, "").expect(200).texts("data.results", "externalPlayerId");
    }

    private static String relationship(TestPlayer player, TestPlayer other) {
        return search(player, name(other), "").objects("data.results").stream()
                .filter(result -> result.get("externalPlayerId").getAsString().equals(other.id()))
                .findFirst()
                .orElseThrow()
                .get("relationship")
                .getAsString();
    }
}
