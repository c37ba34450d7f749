package io.kraty.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.stream.JsonReader;
import io.kraty.api.model.CatalogItem;
import io.kraty.api.model.ConsumeItemInput;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.ErrorEnvelope;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.EventStatusFilter;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.ProgressMode;
import io.kraty.api.model.ProgressRequest;
import io.kraty.api.model.StartAttemptRequest;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Credential;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a described request promises: it addresses exactly what was asked for, or is refused before anything is sent. */
class RequestTest {
    private static final StartAttemptRequest EMPTY_START =
            StartAttemptRequest.builder().build();

    // ---- paths and queries

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "",
                " ",
                "\t",
                "a\nb",
                "a\u0000b",
                "a\u007fb",
                "a\u0085b",
                "\ud83d",
                "a\udc4d",
                "\udc4d\ud83d"
            })
    void whatCannotStandAsOneSegmentIsRefused(String id) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> LobbiesApi.getLobby(id));
        assertTrue(e.getMessage().startsWith("lobbyId: "), e.getMessage());
    }

    @Test
    void aMissingPathValueIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LobbiesApi.getLobby(null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b    | a%20b
            a/b    | a%2Fb
            ../x   | ..%2Fx
            a?b=c  | a%3Fb%3Dc
            a#b    | a%23b
            100%   | 100%25
            %2e%2e | %252e%252e
            a+b&c  | a%2Bb%26c
            Zoë    | Zo%C3%AB
            👍     | %F0%9F%91%8D
            a.b_c~ | a.b_c~
            {key}  | %7Bkey%7D
            """)
    void aPathValueIsEncodedAsOneSegment(String id, String segment) {
        assertEquals("/sdk/v1/lobbies/" + segment, LobbiesApi.getLobby(id).path());
    }

    @Test
    void aPathValueThatLooksLikeATemplateStaysWhereItIs() {
        assertEquals(
                "/sdk/v1/players/%7BeventKey%7D/events/hunt/start",
                EventsApi.startAttempt("{eventKey}", "hunt", EMPTY_START).path());
    }

    @Test
    void whatIsLeftOutDoesNotStandInTheQuery() {
        assertEquals("", EventsApi.listEvents("p", null).query());
        assertEquals(
                "",
                EventLeaderboardsApi.getEventLeaderboard("l", EventLeaderboardReadOptions.defaults(), null)
                        .query());
    }

    @Test
    void aQueryIsEncodedAndAListIsOneValue() {
        assertEquals(
                "limit=10&includeSelf=true&externalId=a%20b%26c&progression=xp%2Cgold",
                EventLeaderboardsApi.getEventLeaderboard(
                                "l", new EventLeaderboardReadOptions(10, true, List.of("xp", "gold")), "a b&c")
                        .query());
        assertEquals(
                "status=not%20yet%20known",
                EventsApi.listEvents("p", EventStatusFilter.of("not yet known")).query());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE})
    void aLimitOutOfRangeIsRefused(int limit) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> EventLeaderboardsApi.getEventLeaderboard(
                        "l", new EventLeaderboardReadOptions(limit, false, List.of()), null));
        assertEquals("limit: must be from 1 to 200, was " + limit, e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void theBoundsOfALimitAreAllowed(int limit) {
        assertDoesNotThrow(() -> EventLeaderboardsApi.getEventLeaderboard(
                "l", new EventLeaderboardReadOptions(limit, false, List.of()), null));
    }

    @Test
    void aListThatIsTooLongIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> EventLeaderboardsApi.getEventLeaderboard(
                        "l", new EventLeaderboardReadOptions(null, false, Collections.nCopies(9, "xp")), null));
    }

    // ---- credentials

    @Test
    void eachOperationSaysWhatItNeeds() {
        Credential key = Credential.bearer();
        Credential secret = Credential.header("X-Player-Secret");
        assertEquals(List.of(key), SystemApi.ping().credentials());
        assertEquals(List.of(key), EventsApi.listEvents("p", null).credentials());
        assertEquals(
                List.of(key, secret),
                EventsApi.startAttempt("p", "e", EMPTY_START).credentials());
        assertEquals(List.of(key, secret), WalletApi.listWallet("p").credentials());
    }

    // ---- bodies

    @Test
    void aFreeFormPartKeepsItsNulls() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("country", null);
        context.put("level", 7);
        context.put("tags", Arrays.asList("a", null, Map.of("deep", 1.5)));
        StartAttemptRequest start =
                StartAttemptRequest.builder().playerContext(context).build();
        assertEquals(
                "{\"playerContext\":{\"country\":null,\"level\":7,\"tags\":[\"a\",null,{\"deep\":1.5}]}}",
                EventsApi.startAttempt("p", "e", start).body());
    }

    @Test
    void whatIsNotSetIsNotSent() {
        assertEquals("{}", EventsApi.startAttempt("p", "e", EMPTY_START).body());
        assertFalse(SystemApi.ping().hasBody());
        assertEquals("", SystemApi.ping().body());
    }

    @Test
    void aFreeFormPartRefusesWhatJsonCannotCarryByItsPlace() {
        for (Object value : new Object[] {
            Double.NaN, Double.POSITIVE_INFINITY, Float.NaN, new Object(), new StringBuilder[0], List.of(Double.NaN)
        }) {
            StartAttemptRequest start = StartAttemptRequest.builder()
                    .playerContext(Map.of("x", value))
                    .build();
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> EventsApi.startAttempt("p", "e", start));
            assertTrue(e.getMessage().startsWith("playerContext.x"), e.getMessage());
        }
    }

    @Test
    void aFreeFormPartIsSentAsItWasWhenTheRequestWasMade() {
        List<Object> tags = new ArrayList<>(List.of("a"));
        StartAttemptRequest start = StartAttemptRequest.builder()
                .playerContext(Map.of("tags", tags))
                .build();
        ApiRequest<StartAttemptResponse> request = EventsApi.startAttempt("p", "e", start);
        tags.add("b");
        assertEquals("{\"playerContext\":{\"tags\":[\"a\"]}}", request.body());
    }

    @Test
    void aNumberThatJsonCannotCarryIsRefusedByName() {
        ProgressRequest progress = ProgressRequest.builder()
                .mode(ProgressMode.SET)
                .metricValue(Double.NaN)
                .build();
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> EventsApi.reportProgress("p", "e", "a", progress));
        assertTrue(e.getMessage().startsWith("metricValue: "), e.getMessage());
    }

    @Test
    void aQuantityOutOfRangeIsRefusedByName() {
        ConsumeItemInput none = ConsumeItemInput.builder().quantity(0L).build();
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> InventoryApi.consumeItem("p", "i", none));
        assertTrue(e.getMessage().startsWith("quantity: "), e.getMessage());
    }

    @Test
    void aBuilderRefusesWhatIsIncomplete() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> ProgressRequest.builder().metricValue(1.0).build());
        assertTrue(e.getMessage().startsWith("mode: "), e.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> ConsumeItemInput.builder().build());
    }

    @Test
    void aRecordKeepsNoHandleOnWhatItWasBuiltFrom() {
        List<String> tags = new ArrayList<>(List.of("a"));
        Map<String, Object> attributes = new HashMap<>(Map.of("x", 1));
        CatalogItem item = CatalogItem.builder()
                .key("k")
                .itemTypeKey("t")
                .tags(tags)
                .attributes(attributes)
                .build();
        tags.add("b");
        attributes.clear();
        assertEquals(List.of("a"), item.tags());
        assertEquals(Map.of("x", 1), item.attributes());
        assertEquals(item, item.toBuilder().build());
    }

    // ---- idempotency

    @Test
    void stampingAKeyLeavesTheCallersBodyAlone() {
        ApiRequest<StartAttemptResponse> bare = EventsApi.startAttempt(
                "p",
                "e",
                StartAttemptRequest.builder().playerContext(Map.of("level", 7)).build());
        ApiRequest<StartAttemptResponse> stamped = bare.withIdempotencyKey("key-1");
        assertTrue(bare.isIdempotent());
        assertNull(bare.idempotencyKey());
        assertEquals("{\"playerContext\":{\"level\":7}}", bare.body());
        assertEquals("key-1", stamped.idempotencyKey());
        assertEquals("{\"playerContext\":{\"level\":7},\"idempotencyKey\":\"key-1\"}", stamped.body());
        assertEquals(bare.path(), stamped.path());
        assertEquals(bare.credentials(), stamped.credentials());
    }

    @Test
    void aReadHasNoBodyToStamp() {
        assertFalse(SystemApi.ping().isIdempotent());
        assertThrows(IllegalStateException.class, () -> SystemApi.ping().withIdempotencyKey("k"));
    }

    // ---- secrets

    @Test
    void aSecretIsNotPrinted() {
        PlayerRegistration player =
                PlayerRegistration.builder().playerId("p-1").secret("hush-hush").build();
        assertFalse(player.toString().contains("hush"), player.toString());
        assertTrue(player.toString().contains("p-1"), player.toString());
        assertEquals("hush-hush", player.secret());
    }

    @Test
    void aRequestPrintsAsMethodAndPathOnly() {
        ApiRequest<?> request = PlayersApi.registerPlayer("p", true).withIdempotencyKey("key-1");
        assertEquals("POST /sdk/v1/players/p/register", request.toString());
        assertEquals("force=true", request.query());
    }

    // ---- answers

    @Test
    void anAcceptedStartIsAnErrorBodyAndNoResult() throws Exception {
        ApiRequest<StartAttemptResponse> start = EventsApi.startAttempt("p", "e", EMPTY_START);
        Object answer = start.read(
                202,
                json(
                        "{'error':{'code':'lobby_forming','message':'wait','details':{'lobbyId':'l-1','count':3000000000}}}"));
        ErrorEnvelope error = assertInstanceOf(ErrorEnvelope.class, answer);
        assertEquals(ErrorCode.LOBBY_FORMING, error.error().code());
        assertEquals(
                Map.of("lobbyId", "l-1", "count", 3000000000L), error.error().details());
        assertNull(start.resultOf(202, answer));
    }

    @Test
    void aSuccessThatIsNotDeclaredIsReadAsTheOrdinaryOne() throws Exception {
        ApiRequest<PlayerRegistration> register = PlayersApi.registerPlayer("p", null);
        Object answer = register.read(200, json("{'data':{'secret':'s'}}"));
        PlayerRegistration result = register.resultOf(200, answer);
        assertEquals("s", result.secret());
    }

    private static JsonReader json(String text) {
        return new JsonReader(new StringReader(text.replace('\'', '"')));
    }
}
