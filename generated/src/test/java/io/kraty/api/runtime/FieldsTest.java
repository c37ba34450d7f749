package io.kraty.api.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.model.Attempt;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.EventListing;
import io.kraty.api.model.Leaderboard;
import io.kraty.api.model.LobbyStatus;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.RankTier;
import io.kraty.api.model.RewardBundlePreview;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one odd value may take with it, and what it may not. */
class FieldsTest {
    private static final String EVENT = "{'eventKey':'good','windowId':'w','startsAt':'2026-03-01T12:00:00Z'}";

    private static final TypeAdapter<List<EventListing>> EVENTS =
            Json.unwrapped("EventListEnvelope", "data", Json.list(EventListing.Adapter.INSTANCE));
    private static final TypeAdapter<PlayerRegistration> REGISTRATION =
            Json.unwrapped("PlayerRegistrationEnvelope", "data", PlayerRegistration.Adapter.INSTANCE);

    // ---- the kinds of a single value

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'text'           | text
            7                | 7
            7.50             | 7.50
            9007199254740993 | 9007199254740993
            ''               | ``
            true             |
            null             |
            {}               |
            [[]]             |
            """)
    void whereATextBelongs(String json, String read) throws Exception {
        assertEquals(read, optional(json, Json.STRING));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            7          | 7
            '7'        | 7
            7.0        | 7
            '7.0'      | 7
            70e-1      | 7
            7.5        |
            '7.5'      |
            3000000000 |
            1e999      |
            'seven'    |
            ''         |
            true       |
            'NaN'      |
            {'min':7}  |
            [7]        |
            """)
    void whereAWholeNumberBelongs(String json, Integer read) throws Exception {
        assertEquals(read, optional(json, Json.INT32));
        assertEquals(
                json.equals("3000000000") ? Long.valueOf(3_000_000_000L) : read == null ? null : (Long) (long) read,
                optional(json, Json.INT64));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            7.5        | 7.5
            '7.5'      | 7.5
            7          | 7
            -0.0       | -0.0
            1e400      |
            '1e400'    |
            'NaN'      |
            'Infinity' |
            'seven'    |
            ''         |
            false      |
            {'min':7}  |
            [7]        |
            """)
    void whereANumberBelongs(String json, Double read) throws Exception {
        assertEquals(read, optional(json, Json.DOUBLE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true    | true
            false   | false
            'true'  |
            1       |
            0       |
            ''      |
            {}      |
            """)
    void whereATruthValueBelongs(String json, Boolean read) throws Exception {
        assertEquals(read, optional(json, Json.BOOLEAN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'active' | active
            'frozen' | frozen
            7        | 7
            true     |
            {}       |
            """)
    void whereAnEnumBelongs(String json, String read) throws Exception {
        LobbyStatus status = optional(json, LobbyStatus.Adapter.INSTANCE);
        assertEquals(read, status == null ? null : status.value());
    }

    @Test
    void aNumberInQuotesIsNoLongerThanABareOneMayBe() throws Exception {
        assertEquals(1, optional("'1." + "0".repeat(1000) + "'", Json.INT64));
        assertNull(optional("'1." + "0".repeat(2000) + "'", Json.INT64)); // millions would take hours
    }

    // ---- what is around it

    @Test
    void oneOddEventDoesNotLoseTheOthers() throws Exception {
        List<EventListing> events = read(
                EVENTS,
                "{'data':[7,{'eventKey':{},'windowId':'w','metadata':{'a':[1]}}," + EVENT
                        + ",{'eventKey':'no window'},[],'x',"
                        + "{'eventKey':'when?','windowId':'w','startsAt':'soon'},"
                        + "{'eventKey':'odd','windowId':'w','leaderboardId':{},'attemptQuota':[[{}]],'name':7.5,"
                        + "'rewardPolicy':{'type':'t','tiers':[{'fromRank':1,'toRank':2,'bundle':{'key':[]}},"
                        + "{'fromRank':'first'},null],'pool':'all'}}]}");
        assertEquals(
                List.of("good", "odd"),
                events.stream().map(EventListing::eventKey).toList());
        EventListing odd = events.get(1);
        assertNull(odd.leaderboardId());
        assertNull(odd.attemptQuota());
        assertEquals(List.of(new RankTier(1, 2, null)), odd.rewardPolicy().tiers());
        assertNull(odd.rewardPolicy().pool());
    }

    @Test
    void aTimestampThatMayBeNullIsNullAndOneThatMayNotIsAnError() throws Exception {
        String attempt = "{'id':'a','eventId':'e','eventWindowId':'w','leaderboardId':'l','playerId':'p','metrics':{},"
                + "'metricsRaw':{},'score':0,'status':'in_progress','startedAt':'%s','completedAt':'%s'}";
        Attempt read = read(Attempt.Adapter.INSTANCE, String.format(attempt, "2026-03-01 12:00+0000", "some day"));
        assertEquals(Instant.parse("2026-03-01T12:00:00Z"), read.startedAt());
        assertNull(read.completedAt());
        JsonParseException e = assertThrows(
                JsonParseException.class,
                () -> read(Attempt.Adapter.INSTANCE, String.format(attempt, "some day", "2026-03-01")));
        assertEquals("$.startedAt: \"some day\" is not a timestamp", e.getMessage());
    }

    @Test
    void anUnreadableKindOfAUnionIsLeftOut() throws Exception {
        RewardBundlePreview bundle = read(
                RewardBundlePreview.Adapter.INSTANCE,
                "{'key':'b','entries':[{'amount':1,'type':'currency'},{'type':'currency','currencyKey':'gold','amount':2},"
                        + "{'type':'currency','currencyKey':[],'amount':3}]}");
        assertEquals(
                List.of("gold"),
                bundle.entries().stream()
                        .map(each -> ((CurrencyRewardEntry) each).currencyKey())
                        .toList());
    }

    @Test
    void anOddMemberOfAFreeFormPartIsLeftOut() throws Exception {
        EventListing event = read(
                EventListing.Adapter.INSTANCE,
                "{'eventKey':'e','windowId':'w','metadata':{'a':1,'b':{'c':[1,1e99999999999,2]},'d':1e99999999999,'e':null}}");
        assertEquals("{a=1, b={c=[1, 2]}, e=null}", event.metadata().toString());
    }

    @Test
    void anOddValueUnderAnOlderNameIsNoErrorBesideTheCurrentOne() throws Exception {
        assertEquals(
                "l",
                read(
                                Leaderboard.Adapter.INSTANCE,
                                "{'sharedLeaderboardId':{},'key':'k','leaderboardId':'l','entries':[]}")
                        .leaderboardId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'data':{'playerId':'p','secret':{'a':[1,{}]},'x':[{}]}} | $.data.secret: expected a text, but found: object
            {'data':{'playerId':'p','secret':true}}                  | $.data.secret: expected a text, but found: boolean
            {'data':{'playerId':'p','secret':null}}                  | $.data.secret is required, but missing
            {'data':{'playerId':'p'}}                                | $.data.secret is required, but missing
            {'data':[[]]}                                            | $.data: expected an object, but found: array
            []                                                       | $: expected an object, but found: array
            """)
    void aRegistrationWithoutASecretIsAnErrorThatSaysWhere(String json, String message) {
        JsonParseException e = assertThrows(JsonParseException.class, () -> read(REGISTRATION, json));
        assertEquals(message, e.getMessage());
    }

    @Test
    void aRefusedAnswerIsReadToItsEnd() throws Exception {
        JsonReader in = new JsonReader(
                new StringReader("{\"x\":1,\"data\":{\"playerId\":{\"a\":[{}]},\"b\":[[]]},\"y\":{\"z\":[]}} "));
        assertThrows(JsonParseException.class, () -> REGISTRATION.read(in));
        assertEquals(JsonToken.END_DOCUMENT, in.peek());
    }

    // ---- what is no JSON

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'eventKey':'e','windowId':'w','startsAt':",
                "{'eventKey':'e','windowId':'w','startsAt':'so",
                "{'eventKey':'e','windowId':'w','startsAt':soon}",
                "{'eventKey':'e','windowId':'w','startsAt':{'a'",
                "{'eventKey':'e','windowId':'w','startsAt':[1,2",
                "{'eventKey':'e','windowId':'w','startsAt':{}",
                "{'eventKey':'e','windowId':'w','startsAt':{]}",
                "{'eventKey':'e','windowId':'w','startsAt':'\\x'}",
                "{'eventKey':'e','windowId':'w','attemptQuota':7.5.5}",
                "{'eventKey':'e','windowId':'w','attemptQuota':{'usedToday':NaN}}",
                "{'eventKey':'e','windowId':'w','attemptQuota':{'usedToday':{}}",
                "{'eventKey':'e','windowId':'w','metrics':[{'a':1},7,",
                "{'eventKey':'e','windowId':'w','metrics':[7}",
                "{'eventKey':'e','windowId':'w','metadata':{'a':1e99999999999,",
                "{'eventKey':{},'windowId':'w','metadata':{'a':[}",
                "",
            })
    void whatIsNoJsonIsAnErrorOfTheWhole(String json) {
        assertThrows(IOException.class, () -> read(EventListing.Adapter.INSTANCE, json));
        assertThrows(IOException.class, () -> read(EVENTS, "{'data':[" + EVENT + "," + json));
    }

    // ---- without a record around it

    @Test
    void byItselfAListOrAMapRefusesWhatItCannotRead() {
        assertRefused("[1,'x',[2]]", "$[1]", Json.list(Json.INT32));
        assertRefused("{'a':1,'b':{},'c':[]}", "$.b", Json.map(Json.INT32));
        assertRefused("[[1],[2,'x',3],[4]]", "$[1][1]", Json.list(Json.list(Json.INT32)));
        assertRefused("{'a':{'b':[1e99999999999,{}]},'c':[]}", "$.a.b[0]", Json.FREE_FORM);
        assertRefused("{}", "$", Json.list(Json.INT32));
        assertRefused("[]", "$", Json.map(Json.INT32));
    }

    @Test
    void inAFieldEveryLevelLeavesOutItsOwn() throws Exception {
        assertEquals(
                List.of(List.of(1), List.of(2, 3), List.of()),
                optional("[[1],'x',[2,'y',3],{},[[]],null]", Json.list(Json.list(Json.INT32))));
        assertEquals(Map.of("a", 1, "d", 4), optional("{'a':1,'b':{},'c':null,'d':4}", Json.map(Json.INT32)));
        assertEquals(Arrays.asList(null, 1L), optional("[null,1e99999999999,1]", Json.ANY));
    }

    private static void assertRefused(String json, String place, TypeAdapter<?> adapter) {
        JsonReader in = reader(json);
        JsonParseException e = assertThrows(JsonParseException.class, () -> adapter.read(in));
        assertTrue(e.getMessage().startsWith(place + ":"), e::getMessage);
        assertFalse(e.getMessage().startsWith(place + "["), e::getMessage);
        assertEquals(JsonToken.END_DOCUMENT, behind(in));
    }

    private static JsonToken behind(JsonReader in) {
        try {
            return in.peek();
        } catch (IOException e) {
            throw new AssertionError("the refused value was not read to its end", e);
        }
    }

    /** Read as a field, from text and from a tree (as inside of a union); what comes behind it can be read as well. */
    private static <T> T optional(String json, TypeAdapter<T> adapter) throws IOException {
        JsonReader in = reader("[" + json + ",'behind']");
        in.beginArray();
        T value = Fields.optional(in, "FieldsTest.value", adapter);
        assertEquals("behind", in.nextString());
        in.endArray();
        Holder<T> holder = new Holder<>(adapter);
        assertEquals(
                value,
                holder.fromJsonTree(new Gson().getAdapter(JsonElement.class).read(reader(json))));
        return value;
    }

    private static final class Holder<T> extends TypeAdapter<T> {
        private final TypeAdapter<T> adapter;

        Holder(TypeAdapter<T> adapter) {
            this.adapter = adapter;
        }

        @Override
        public T read(JsonReader in) throws IOException {
            T value = Fields.optional(in, "FieldsTest.value", adapter);
            assertEquals(JsonToken.END_DOCUMENT, in.peek());
            return value;
        }

        @Override
        public void write(JsonWriter out, T value) {
            throw new UnsupportedOperationException();
        }
    }

    private static JsonReader reader(String json) {
        return new JsonReader(new StringReader(json.replace('\'', '"')));
    }

    private static <T> T read(TypeAdapter<T> adapter, String json) throws IOException {
        return adapter.read(reader(json));
    }
}
