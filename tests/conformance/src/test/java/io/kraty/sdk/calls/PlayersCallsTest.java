package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.KEY;
import static io.kraty.sdk.calls.Call.ME;
import static io.kraty.sdk.calls.Call.call;
import static io.kraty.sdk.calls.TextCall.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.api.model.PlayerIdentity;
import io.kraty.api.model.SetIdentityRequest;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.transport.MockPlatform;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlayersCallsTest extends CallsTest {
    private static final String IDENTITY = "PUT " + ME + "/identity";
    private static final String BAG = "{'none':null,'deep':{'none':null,'list':[null,{'none':null}]},'VIP':true,"
            + "'snake_case':1,'camelCase':-2.5,'huge':123456789012345678901234567890,'':'','when':'2026-09-01T12:00:00Z'}";
    private static final String OWN_KEY = "{'idempotencyKey':'a key of the game','data':{'idempotencyKey':null}}";

    @Override
    List<Call> calls() {
        List<Call> calls = new ArrayList<>(List.of(
                call(
                        "POST /sdk/v1/players/marta/register",
                        KEY,
                        kraty -> kraty.players().register("marta")),
                call(
                        "POST /sdk/v1/players/marta/register",
                        "{'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .players()
                                .register("marta")),
                call(
                        "POST /sdk/v1/players/marta/register?force=true",
                        KEY,
                        kraty -> kraty.players().rotate("marta")),
                call(
                        "POST /sdk/v1/players/marta/register?force=true",
                        "{'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .players()
                                .rotate("marta")),
                call("GET " + ME + "/identity", kraty -> kraty.players().getIdentity()),
                call(
                        "GET /sdk/v1/players/other/identity",
                        kraty -> kraty.as("other").players().getIdentity()),
                call("GET " + ME + "/identity", kraty -> kraty.players().getAnonymizedIdentity()),
                call(
                        "GET /sdk/v1/players/other/identity",
                        kraty -> kraty.as("other").players().getAnonymizedIdentity()),
                call(
                        IDENTITY,
                        "{'name':'Marta','idempotencyKey':'key-1'}",
                        kraty -> kraty.players().setIdentity("Marta")),
                call(
                        IDENTITY,
                        "{'name':'Marta','avatar':'fox','idempotencyKey':'key-1'}",
                        kraty -> kraty.players().setIdentity("Marta", "fox")),
                call(
                        IDENTITY,
                        "{'name':'Marta','idempotencyKey':'key-1'}",
                        kraty -> kraty.players().setIdentity("Marta", null)),
                call(
                        IDENTITY,
                        "{'name':'Marta','avatar':'','idempotencyKey':'in-the-body'}",
                        kraty -> kraty.players()
                                .setIdentity(identity("Marta", "")
                                        .idempotencyKey("in-the-body")
                                        .build())),
                call(
                        "PUT /sdk/v1/players/other/identity",
                        "{'name':'Marta','idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .players()
                                .setIdentity(identity("Marta", null).build()))));
        calls.addAll(metadata("PUT", PlayersCallsTest::set));
        calls.addAll(metadata("PATCH", PlayersCallsTest::merge));
        calls.add(call(
                "PUT " + ME + "/metadata",
                "{'vip':true}",
                kraty -> kraty.players().setMetadata(Map.of("vip", true))));
        calls.add(call(
                "PATCH " + ME + "/metadata",
                "{'vip':true}",
                kraty -> kraty.players().mergeMetadata(Map.of("vip", true))));
        return calls;
    }

    /** A bag travels as the game made it, and nothing is put into it. */
    private static List<Call> metadata(String method, Metadata write) {
        String mine = method + " " + ME + "/metadata";
        return List.of(
                call(mine, "{}", kraty -> write.make(kraty, Map.of(), RequestOptions.none())),
                call(mine, BAG, kraty -> write.make(kraty, bag(), RequestOptions.none())),
                call(mine, OWN_KEY, kraty -> write.make(kraty, ownKey(), RequestOptions.none())),
                call(
                        mine,
                        BAG,
                        kraty -> write.make(kraty, bag(), RequestOptions.none().idempotencyKey("mine"))),
                call(method + " /sdk/v1/players/other/metadata", BAG, kraty -> write.make(kraty, bag(), other())));
    }

    @Override
    List<TextCall> texts() {
        String bag = "{'{}':{'{}':['{}']}}";
        return List.of(
                text(
                        "POST /sdk/v1/players/{}/register",
                        KEY,
                        (kraty, text) -> kraty.players().register(text)),
                text(
                        "POST /sdk/v1/players/{}/register?force=true",
                        KEY,
                        (kraty, text) -> kraty.players().rotate(text)),
                text(
                        "GET /sdk/v1/players/{}/identity",
                        (kraty, text) -> kraty.with(as(text)).players().getIdentity()),
                text(
                        "PUT /sdk/v1/players/{}/identity",
                        "{'name':'{}','avatar':'{}','idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.with(as(text))
                                .players()
                                .setIdentity(identity(text, text).build())),
                text(
                        IDENTITY,
                        "{'name':'{}','avatar':'{}','idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.players().setIdentity(text, text)),
                text("PUT /sdk/v1/players/{}/metadata", bag, (kraty, text) -> set(kraty, nested(text), as(text))),
                text(
                        "PUT " + ME + "/metadata",
                        bag,
                        (kraty, text) -> kraty.players().setMetadata(nested(text))),
                text("PATCH /sdk/v1/players/{}/metadata", bag, (kraty, text) -> merge(kraty, nested(text), as(text))),
                text(
                        "PATCH " + ME + "/metadata",
                        bag,
                        (kraty, text) -> kraty.players().mergeMetadata(nested(text))));
    }

    @Test
    void bag_ofTheGame_staysItsOwn() {
        Kraty kraty = refusing();
        for (Metadata write : List.<Metadata>of(PlayersCallsTest::set, PlayersCallsTest::merge)) {
            Map<String, Object> bag = bag();
            Map<String, Object> changeable = new HashMap<>(bag);

            assertThrows(KratyApiException.class, () -> write.make(kraty, changeable, RequestOptions.none()));

            assertEquals(bag, changeable);
        }
    }

    @Test
    void anonymizedIdentity_isThatOneOrNone() {
        platform.answers(
                MockPlatform.json(
                        200,
                        "{\"data\":{\"displayIdentity\":{\"name\":\"Marta\"},\"anonymizedIdentity\":{\"name\":\"Fox 7\"}}}"),
                MockPlatform.json(
                        200, "{\"data\":{\"displayIdentity\":{\"name\":\"Marta\"},\"anonymizedIdentity\":null}}"));
        Kraty kraty = platform.client();

        assertEquals(
                Optional.of("Fox 7"), kraty.players().getAnonymizedIdentity().map(PlayerIdentity::name));
        assertEquals(Optional.empty(), kraty.players().getAnonymizedIdentity());
    }

    private interface Metadata {
        void make(Kraty kraty, Map<String, Object> bag, RequestOptions options);
    }

    private static void set(Kraty kraty, Map<String, Object> bag, RequestOptions options) {
        kraty.with(options).players().setMetadata(bag);
    }

    private static void merge(Kraty kraty, Map<String, Object> bag, RequestOptions options) {
        kraty.with(options).players().mergeMetadata(bag);
    }

    private static Map<String, Object> nested(String text) {
        return Map.of(text, Map.of(text, List.of(text)));
    }

    private static Map<String, Object> none() {
        Map<String, Object> none = new LinkedHashMap<>();
        none.put("none", null);
        return none;
    }

    private static Map<String, Object> bag() {
        Map<String, Object> deep = none();
        deep.put("list", Arrays.asList(null, none()));
        Map<String, Object> bag = none();
        bag.put("deep", deep);
        bag.put("VIP", true);
        bag.put("snake_case", 1);
        bag.put("camelCase", -2.5);
        bag.put("huge", new BigInteger("123456789012345678901234567890"));
        bag.put("", "");
        bag.put("when", "2026-09-01T12:00:00Z");
        return bag;
    }

    private static Map<String, Object> ownKey() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("idempotencyKey", null);
        Map<String, Object> bag = new LinkedHashMap<>();
        bag.put("idempotencyKey", "a key of the game");
        bag.put("data", data);
        return bag;
    }

    private static SetIdentityRequest.Builder identity(String name, String avatar) {
        return SetIdentityRequest.builder().name(name).avatar(avatar);
    }
}
