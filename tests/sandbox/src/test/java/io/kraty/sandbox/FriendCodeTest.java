package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FriendCodeTest extends SocialTest {
    @Test
    void code_isSixUnambiguousCharacters_andStaysTheSame() {
        String code = code(ana);
        assertTrue(code.matches("[2-9A-HJKMNP-Z]{6}"), code);
        assertEquals(code, code(ana));
    }

    @Test
    void codes_areUnique() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 150; i++) {
            assertTrue(codes.add(code(api.register("p" + i))));
        }
    }

    @Test
    void codes_followFromTheSeed() {
        String first = code(ana);
        restart(KratySandbox.builder());
        players();
        code(eva);
        assertEquals(first, code(ana), "whoever asks first");
        restart(KratySandbox.builder().seed(2));
        players();
        assertNotEquals(first, code(ana));
    }

    @Test
    void code_isReadInEitherCase_withBlanksAround() {
        String typed = " " + code(rui).toLowerCase(Locale.ROOT) + " ";
        assertEquals(
                "rui",
                ana.post("friends/requests", byCode(typed)).expect(201).text("data.request.player.externalPlayerId"));
    }

    @Test
    void progression_isThePlayersOwn() {
        sandbox.credit("ana", "gold", 7);
        Reply reply = ana.get("friend-code?progression=gold,xp,unheard_of").expect(200);
        assertEquals(
                "{\"gold\":7,\"xp\":0,\"unheard_of\":0}",
                reply.at("data.progression").toString());
        assertFalse(ana.get("friend-code").has("data.progression"));
    }
}
