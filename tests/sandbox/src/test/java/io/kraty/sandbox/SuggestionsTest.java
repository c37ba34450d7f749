package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuggestionsTest extends SocialTest {
    @Test
    void suggestions_areTheOthers_withTheirPresence() {
        rui.post("presence", "{\"status\":\"In the arena\"}").expect(200);
        Reply reply = ana.get("friends/suggestions?limit=10").expect(200);
        assertEquals(Set.of("rui", "eva"), Set.copyOf(ids(reply)));
        int index = ids(reply).indexOf("rui");
        assertEquals(name(rui), reply.text("data.suggestions." + index + ".displayIdentity.name"));
        assertTrue(reply.at("data.suggestions." + index + ".online").getAsBoolean());
        assertEquals("In the arena", reply.text("data.suggestions." + index + ".status"));
        assertFalse(reply.has("data.suggestions." + (1 - index) + ".lastActiveAt"));
    }

    @Test
    void whoeverHasToDoWithThePlayer_isLeftOut() {
        TestPlayer tom = api.register("tom");
        TestPlayer zoe = api.register("zoe");
        api.register("ian");
        sandbox.befriend("ana", "rui");
        ask(ana, eva).expect(201);
        ask(tom, ana).expect(201);
        block(zoe, ana).expect(201);
        assertEquals(List.of("ian"), suggested("limit=25"));
        block(ana, api.register("kim")).expect(201);
        sandbox.ban("ian");
        assertEquals(List.of(), suggested("limit=25"));
    }

    @Test
    void whoeverWasNotActiveForAWeek_isLeftOut() {
        clock.advance(Duration.ofDays(7));
        assertEquals(2, suggested("limit=25").size());
        clock.advance(Duration.ofMillis(1));
        assertEquals(List.of(), suggested("limit=25"));
        rui.post("presence", "{}").expect(200);
        assertEquals(List.of("rui"), suggested("limit=25"));
    }

    @Test
    void limit_isFiveByDefault_andClamped() {
        for (int i = 0; i < 30; i++) {
            api.register("p" + i);
        }
        assertEquals(5, suggested("").size());
        assertEquals(1, suggested("limit=0").size());
        assertEquals(1, suggested("limit=-3").size());
        assertEquals(25, suggested("limit=26").size());
        assertEquals(25, suggested("limit=99999999999").size());
        assertEquals(25, Set.copyOf(suggested("limit=25")).size(), "nobody twice");
        ana.get("friends/suggestions?limit=many").expectError(400, "validation_failed");
    }

    @Test
    void twoCalls_differ_butTheSeedDecides() {
        List<List<String>> first = calls();
        assertNotEquals(first.get(0), first.get(1));
        restart(KratySandbox.builder());
        players();
        assertEquals(first, calls());
        restart(KratySandbox.builder().seed(2));
        players();
        assertNotEquals(first, calls());
    }

    @Test
    void theMoreRecentlyActive_theLikelier() {
        TestPlayer tom = api.register("tom");
        clock.advance(Duration.ofDays(2));
        tom.post("presence", "{}").expect(200);
        clock.advance(Duration.ofHours(1));
        rui.post("presence", "{}").expect(200);
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            drawn.addAll(suggested("limit=1"));
        }
        int online = Collections.frequency(drawn, "rui");
        int today = Collections.frequency(drawn, "tom");
        int earlier = Collections.frequency(drawn, "eva");
        String weights = online + " to " + today + " to " + earlier;
        assertTrue(earlier > 0 && today > 1.4 * earlier && online > 1.4 * today, weights);
    }

    @Test
    void progression_isThatOfTheSuggested() {
        sandbox.credit("rui", "xp", 4);
        sandbox.befriend("ana", "eva");
        Reply reply = ana.get("friends/suggestions?progression=xp,gold").expect(200);
        assertEquals(
                "{\"xp\":4,\"gold\":0}",
                reply.at("data.suggestions.0.progression").toString());
    }

    private List<List<String>> calls() {
        for (int i = 0; i < 30; i++) {
            api.register("p" + i);
        }
        return List.of(suggested(""), suggested(""), suggested(""));
    }

    private List<String> suggested(String query) {
        return ids(ana.get("friends/suggestions?" + query).expect(200));
    }

    private static List<String> ids(Reply reply) {
        return reply.texts("data.suggestions", "externalPlayerId");
    }
}
