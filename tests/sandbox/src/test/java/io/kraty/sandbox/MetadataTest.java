package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void put_replacesTheWholeBag() {
        Reply first = ana.put("metadata", "{\"class\":\"ranger\",\"level\":7}").expect(200);
        assertEquals("ana", first.text("data.externalPlayerId"));
        assertEquals("{\"guild\":\"owls\"}", put("{\"guild\":\"owls\"}"));
        assertEquals("{}", put("{}"));
    }

    @Test
    void patch_mergesShallowly() {
        put("{\"class\":\"ranger\",\"settings\":{\"music\":0.4,\"hints\":false}}");
        assertEquals(
                "{\"class\":\"ranger\",\"settings\":{\"music\":1},\"guild\":\"owls\"}",
                patch("{\"settings\":{\"music\":1},\"guild\":\"owls\"}"));
    }

    @Test
    void nulls_areKept_atEveryDepth() {
        assertEquals("{\"a\":null,\"b\":[null,{\"c\":null}]}", put("{\"a\":null,\"b\":[null,{\"c\":null}]}"));
        assertEquals("{\"a\":1,\"b\":null,\"d\":null}", patch("{\"a\":1,\"b\":null,\"d\":null}"));
    }

    @Test
    void numbers_keepTheirValue() {
        String bag = "{\"long\":9007199254740993,\"longer\":123456789012345678901234567890,\"half\":0.5}";
        assertEquals(bag, put(bag));
    }

    @Test
    void keyInTheBag_isTakenOut_andMeansNothing() {
        String stamped = "{\"class\":\"ranger\",\"inner\":{\"idempotencyKey\":\"mine\"},\"idempotencyKey\":\"one\"}";
        String clean = "{\"class\":\"ranger\",\"inner\":{\"idempotencyKey\":\"mine\"}}";
        assertEquals(clean, put(stamped));
        put("{}");
        assertEquals(clean, put(stamped));
        assertEquals(
                "{\"class\":\"mage\",\"inner\":{\"idempotencyKey\":\"mine\"}}",
                patch("{\"class\":\"mage\",\"idempotencyKey\":\"one\"}"));
        assertEquals("{}", put("{\"idempotencyKey\":7}"));
        assertEquals("one", sandbox.requests().get(1).idempotencyKey());
    }

    @Test
    void keyInTheBag_isKept_whereAskedFor() {
        restart(KratySandbox.builder().keepMetadataKey(true));
        ana = api.register("ana");
        assertEquals("{\"idempotencyKey\":\"one\"}", put("{\"idempotencyKey\":\"one\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"bag\"", "{\"a\":1,}"})
    void bag_mustBeAnObject(String body) {
        ana.put("metadata", body).expectError(400, "validation_failed");
        ana.patch("metadata", body).expectError(400, "validation_failed");
    }

    @Test
    void writes_needTheSecret_andNoBan() {
        api.write("PUT", "players/ana/metadata", "{}", null).expectError(401, "player_secret_invalid");
        api.write("PATCH", "players/ana/metadata", "{}", "wrong").expectError(401, "player_secret_invalid");
        sandbox.ban("ana");
        ana.patch("metadata", "{}").expectError(403, "player_banned");
    }

    @Test
    void boards_showIt_withPlayersWhoHaveSome() {
        put("{\"class\":\"ranger\"}");
        ana.score("hall_of_fame", 10).expect(200);
        api.register("rui").score("hall_of_fame", 5).expect(200);
        Reply read = api.get("leaderboards/hall_of_fame");
        assertEquals("ranger", read.text("data.entries.0.player.metadata.class"));
        assertFalse(read.has("data.entries.1.player"));
    }

    private String put(String bag) {
        return ana.put("metadata", bag).expect(200).at("data.metadata").toString();
    }

    private String patch(String bag) {
        return ana.patch("metadata", bag).expect(200).at("data.metadata").toString();
    }
}
