package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.KEY;
import static io.kraty.sdk.calls.Call.ME;
import static io.kraty.sdk.calls.Call.call;
import static io.kraty.sdk.calls.TextCall.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.api.model.FriendReadOptions;
import io.kraty.api.model.FriendSearchOptions;
import io.kraty.api.model.FriendSuggestionOptions;
import io.kraty.api.model.FriendTarget;
import io.kraty.api.model.PresenceInput;
import io.kraty.api.model.PresenceStatus;
import io.kraty.sdk.transport.MockPlatform;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FriendsCallsTest extends CallsTest {
    private static final String CODE = "GET " + ME + "/friend-code";
    private static final String PRESENCE = "POST " + ME + "/presence";
    private static final String FRIENDS = ME + "/friends";
    private static final String REQUESTS = FRIENDS + "/requests";
    private static final String SEARCH = "GET " + FRIENDS + "/search?q=mar";
    private static final String SUGGESTIONS = "GET " + FRIENDS + "/suggestions";
    private static final String BLOCKS = ME + "/blocks";
    private static final String THEIRS = "/sdk/v1/players/other";
    private static final String BY_ID = "{'externalPlayerId':'marta','idempotencyKey':'key-1'}";
    private static final String BY_CODE = "{'friendCode':'K7PM2X','idempotencyKey':'key-1'}";

    @Override
    List<Call> calls() {
        return Stream.of(presence(), lists(), requests(), blocks())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Call> presence() {
        return List.of(
                call(PRESENCE, KEY, kraty -> kraty.friends().heartbeat()),
                call(
                        PRESENCE,
                        "{'status':'hunting','idempotencyKey':'key-1'}",
                        kraty -> kraty.friends().heartbeat("hunting")),
                call(
                        PRESENCE,
                        "{'status':'','idempotencyKey':'key-1'}",
                        kraty -> kraty.friends().heartbeat("")),
                call(
                        PRESENCE,
                        "{'status':'hunting','idempotencyKey':'key-1'}",
                        kraty -> kraty.friends().heartbeat(PresenceStatus.of("hunting"))),
                call(
                        PRESENCE,
                        "{'status':null,'idempotencyKey':'key-1'}",
                        kraty -> kraty.friends().heartbeat(PresenceStatus.cleared())),
                call(
                        "POST " + THEIRS + "/presence",
                        "{'status':null,'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .friends()
                                .heartbeat(presence(PresenceStatus.cleared()))),
                call(
                        "POST " + THEIRS + "/presence",
                        KEY,
                        kraty -> kraty.with(other()).friends().heartbeat(presence(null))));
    }

    private static List<Call> lists() {
        return List.of(
                call(CODE, kraty -> kraty.friends().getCode()),
                call(CODE, kraty -> kraty.friends().getCode(FriendReadOptions.defaults())),
                call(CODE + "?progression=level%2Cxp", kraty -> kraty.friends().getCode(read("level", "xp"))),
                call(
                        "GET " + THEIRS + "/friend-code?progression=level",
                        kraty -> kraty.with(other()).friends().getCode(read("level"))),
                call("GET " + FRIENDS, kraty -> kraty.friends().list()),
                call("GET " + FRIENDS, kraty -> kraty.friends().list(read())),
                call(
                        "GET " + THEIRS + "/friends?progression=level%2Cxp",
                        kraty -> kraty.with(other()).friends().list(read("level", "xp"))),
                call(SEARCH, kraty -> kraty.friends().search("mar")),
                call(SEARCH, kraty -> kraty.friends().search("mar", FriendSearchOptions.defaults())),
                call(
                        SEARCH + "&limit=7",
                        kraty -> kraty.friends().search("mar", search().limit(7).build())),
                call(
                        SEARCH + "&progression=level",
                        kraty -> kraty.friends().search("mar", search("level").build())),
                call(
                        "GET " + THEIRS + "/friends/search?q=mar&limit=7&progression=level%2Cxp",
                        kraty -> kraty.with(other())
                                .friends()
                                .search("mar", search("level", "xp").limit(7).build())),
                call(SUGGESTIONS, kraty -> kraty.friends().suggestions()),
                call(SUGGESTIONS, kraty -> kraty.friends().suggestions(FriendSuggestionOptions.defaults())),
                call(
                        SUGGESTIONS + "?limit=7",
                        kraty ->
                                kraty.friends().suggestions(suggested().limit(7).build())),
                call(
                        SUGGESTIONS + "?progression=level",
                        kraty -> kraty.friends().suggestions(suggested("level").build())),
                call(
                        "GET " + THEIRS + "/friends/suggestions?limit=7&progression=level%2Cxp",
                        kraty -> kraty.with(other())
                                .friends()
                                .suggestions(suggested("level", "xp").limit(7).build())),
                call("GET " + REQUESTS, kraty -> kraty.friends().listRequests()),
                call("GET " + REQUESTS, kraty -> kraty.friends().listRequests(read())),
                call(
                        "GET " + THEIRS + "/friends/requests?progression=level%2Cxp",
                        kraty -> kraty.with(other()).friends().listRequests(read("level", "xp"))));
    }

    private static List<Call> requests() {
        return List.of(
                call("POST " + REQUESTS, BY_CODE, kraty -> kraty.friends().addByCode("K7PM2X")),
                call("POST " + REQUESTS, BY_ID, kraty -> kraty.friends().addById("marta")),
                call(
                        "POST " + THEIRS + "/friends/requests",
                        BY_ID.replace("key-1", "mine"),
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .friends()
                                .add(byId("marta").build())),
                call(
                        "POST " + REQUESTS,
                        BY_CODE.replace("key-1", "in-the-body"),
                        kraty -> kraty.friends()
                                .add(byCode("K7PM2X")
                                        .idempotencyKey("in-the-body")
                                        .build())),
                call(
                        "POST " + REQUESTS + "/r1/accept",
                        KEY,
                        kraty -> kraty.friends().accept("r1")),
                call(
                        "POST " + THEIRS + "/friends/requests/r1/accept",
                        "{'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .friends()
                                .accept("r1")),
                call(
                        "POST " + REQUESTS + "/r1/decline",
                        KEY,
                        kraty -> kraty.friends().decline("r1")),
                call(
                        "POST " + THEIRS + "/friends/requests/r1/decline",
                        "{'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .friends()
                                .decline("r1")),
                call("DELETE " + REQUESTS + "/r1", kraty -> kraty.friends().cancelRequest("r1")),
                call(
                        "DELETE " + THEIRS + "/friends/requests/r1",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .friends()
                                .cancelRequest("r1")),
                call("DELETE " + FRIENDS + "/marta", kraty -> kraty.friends().remove("marta")),
                call(
                        "DELETE " + THEIRS + "/friends/marta",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .friends()
                                .remove("marta")));
    }

    private static List<Call> blocks() {
        return List.of(
                call("GET " + BLOCKS, kraty -> kraty.friends().listBlocks()),
                call(
                        "GET " + THEIRS + "/blocks",
                        kraty -> kraty.with(other()).friends().listBlocks()),
                call("POST " + BLOCKS, BY_ID, kraty -> kraty.friends().block("marta")),
                call("POST " + BLOCKS, BY_CODE, kraty -> kraty.friends().blockByCode("K7PM2X")),
                call(
                        "POST " + BLOCKS,
                        BY_CODE.replace("key-1", "in-the-body"),
                        kraty -> kraty.friends()
                                .block(byCode("K7PM2X")
                                        .idempotencyKey("in-the-body")
                                        .build())),
                call(
                        "POST " + THEIRS + "/blocks",
                        BY_ID.replace("key-1", "mine"),
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .friends()
                                .block(byId("marta").build())),
                call("DELETE " + BLOCKS + "/marta", kraty -> kraty.friends().unblock("marta")),
                call(
                        "DELETE " + THEIRS + "/blocks/marta",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .friends()
                                .unblock("marta")));
    }

    @Override
    List<TextCall> texts() {
        String id = "{'externalPlayerId':'{}','idempotencyKey':'key-1'}";
        String code = "{'friendCode':'{}','idempotencyKey':'key-1'}";
        String status = "{'status':'{}','idempotencyKey':'key-1'}";
        return List.of(
                text(
                        "GET /sdk/v1/players/{}/friend-code?progression={}",
                        (kraty, text) -> kraty.with(as(text)).friends().getCode(read(text))),
                text(
                        "POST /sdk/v1/players/{}/presence",
                        status,
                        (kraty, text) -> kraty.with(as(text)).friends().heartbeat(presence(PresenceStatus.of(text)))),
                text(PRESENCE, status, (kraty, text) -> kraty.friends().heartbeat(text)),
                text(
                        "GET /sdk/v1/players/{}/friends?progression={},{}",
                        (kraty, text) -> kraty.with(as(text)).friends().list(read(text, text))),
                text(
                        "GET /sdk/v1/players/{}/friends/search?q={}&progression={}",
                        (kraty, text) -> kraty.with(as(text))
                                .friends()
                                .search(text, search(text).build())),
                text(
                                "GET " + FRIENDS + "/search?q={}&progression={}",
                                (kraty, text) -> kraty.friends()
                                        .search(text, search(text).build()))
                        .where(text -> !text.isBlank()), // the judge of requests takes it for a missing value
                text(
                        "GET /sdk/v1/players/{}/friends/suggestions?progression={}",
                        (kraty, text) -> kraty.with(as(text))
                                .friends()
                                .suggestions(suggested(text).build())),
                text(
                        "GET /sdk/v1/players/{}/friends/requests?progression={}",
                        (kraty, text) -> kraty.with(as(text)).friends().listRequests(read(text))),
                text(
                        "POST /sdk/v1/players/{}/friends/requests",
                        id,
                        (kraty, text) ->
                                kraty.with(as(text)).friends().add(byId(text).build())),
                text("POST " + REQUESTS, id, (kraty, text) -> kraty.friends().addById(text)),
                text("POST " + REQUESTS, code, (kraty, text) -> kraty.friends().addByCode(text)),
                text(
                        "POST /sdk/v1/players/{}/friends/requests/{}/accept",
                        KEY,
                        (kraty, text) -> kraty.with(as(text)).friends().accept(text)),
                text(
                        "POST /sdk/v1/players/{}/friends/requests/{}/decline",
                        KEY,
                        (kraty, text) -> kraty.with(as(text)).friends().decline(text)),
                text(
                        "DELETE /sdk/v1/players/{}/friends/requests/{}",
                        (kraty, text) -> kraty.with(as(text)).friends().cancelRequest(text)),
                text(
                        "DELETE /sdk/v1/players/{}/friends/{}",
                        (kraty, text) -> kraty.with(as(text)).friends().remove(text)),
                text(
                        "GET /sdk/v1/players/{}/blocks",
                        (kraty, text) -> kraty.with(as(text)).friends().listBlocks()),
                text("POST " + BLOCKS, id, (kraty, text) -> kraty.friends().block(text)),
                text("POST " + BLOCKS, code, (kraty, text) -> kraty.friends().blockByCode(text)),
                text(
                        "POST /sdk/v1/players/{}/blocks",
                        code,
                        (kraty, text) -> kraty.with(as(text))
                                .friends()
                                .block(byCode(text).build())),
                text(
                        "DELETE /sdk/v1/players/{}/blocks/{}",
                        (kraty, text) -> kraty.with(as(text)).friends().unblock(text)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void decline_saysWhatThePlatformSays(boolean declined) {
        platform.answers(MockPlatform.json(200, "{\"data\":{\"declined\":" + declined + "}}"));

        assertEquals(declined, platform.client().friends().decline("r1"));
    }

    private static PresenceInput presence(PresenceStatus status) {
        return PresenceInput.builder().status(status).build();
    }

    private static FriendReadOptions read(String... progression) {
        return FriendReadOptions.builder().progression(List.of(progression)).build();
    }

    private static FriendSearchOptions.Builder search(String... progression) {
        return FriendSearchOptions.builder().progression(List.of(progression));
    }

    private static FriendSuggestionOptions.Builder suggested(String... progression) {
        return FriendSuggestionOptions.builder().progression(List.of(progression));
    }

    private static FriendTarget.Builder byId(String id) {
        return FriendTarget.builder().externalPlayerId(id);
    }

    private static FriendTarget.Builder byCode(String code) {
        return FriendTarget.builder().friendCode(code);
    }
}
