package io.kraty.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import io.kraty.api.model.CrateRewardEntry;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.LeaderboardClosed;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardEntry;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Json;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One of several kinds of object, told apart by a member or by the name of a stream's event. */
class UnionTest {
    private static final ApiRequest<LeaderboardEvent> STREAM = EventLeaderboardsApi.streamEventLeaderboard("board");

    @Test
    void theDiscriminatorMayStandLast() throws Exception {
        RewardEntry entry = entry("{'crateItemKey':'silver','quantity':2,'type':'crate'}");
        CrateRewardEntry crate = assertInstanceOf(CrateRewardEntry.class, entry);
        assertEquals("silver", crate.crateItemKey());
        assertEquals("crate", crate.type());
    }

    /** What is before the discriminator is held; what is behind it is not. Neither loses its place in a fault. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'currency','currencyKey':'gold','amount':5}",
                "{'currencyKey':'gold','type':'currency','amount':5}",
                "{'currencyKey':'gold','amount':5,'type':'currency'}"
            })
    void whereTheDiscriminatorStandsMakesNoDifference(String json) throws Exception {
        CurrencyRewardEntry gold = assertInstanceOf(CurrencyRewardEntry.class, entry(json));
        assertEquals("gold", gold.currencyKey());
        assertEquals(RewardAmount.of(5), gold.amount());
        List<RewardEntry> two =
                Json.list(RewardEntry.Adapter.INSTANCE).fromJson(("[" + json + "," + json + "]").replace('\'', '"'));
        assertEquals(List.of(gold, gold), two); // each ended where it ends
        JsonParseException e = assertThrows(
                JsonParseException.class,
                () -> Json.list(RewardEntry.Adapter.INSTANCE)
                        .fromJson(("[" + json.replace("'gold'", "[1]") + "]").replace('\'', '"')));
        assertTrue(e.getMessage().startsWith("$[0].currencyKey"), e.getMessage());
    }

    @Test
    void anUnknownKindIsKeptWholeAndWrittenBack() throws Exception {
        String json = "{'type':'title','titleKey':'knight','rank':9007199254740993,'until':null,'tags':['a',{'b':1}]}";
        RewardEntry.Unrecognized entry = assertInstanceOf(RewardEntry.Unrecognized.class, entry(json));
        assertEquals("title", entry.type());
        assertEquals(9007199254740993L, entry.raw().get("rank"));
        assertEquals(List.of("a", Map.of("b", 1L)), entry.raw().get("tags"));
        assertTrue(entry.raw().containsKey("until"));
        assertEquals(json.replace('\'', '"'), RewardEntry.Adapter.INSTANCE.toJson(entry));
        assertThrows(UnsupportedOperationException.class, () -> entry.raw().put("x", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'itemKey':'potion'}", "{'type':null,'itemKey':'potion'}", "{'type':7,'itemKey':'potion'}"})
    void withoutAUsableDiscriminatorTheObjectIsKeptWhole(String json) throws Exception {
        RewardEntry.Unrecognized entry = assertInstanceOf(RewardEntry.Unrecognized.class, entry(json));
        assertEquals("", entry.type());
        assertEquals("potion", entry.raw().get("itemKey"));
    }

    @Test
    void aKnownKindWithoutARequiredFieldIsRefused() {
        JsonParseException e = assertThrows(JsonParseException.class, () -> entry("{'type':'currency','amount':1}"));
        assertTrue(e.getMessage().contains("currencyKey"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'amount':1                                                       | .currencyKey
            'currencyKey':{}                                                 | .currencyKey
            """)
    void aFaultInsideOfAUnionNamesItsWholePath(String members, String place) {
        String entries = "[{'type':'item','itemKey':'i','quantity':1},{'type':'currency'," + members + "}]";
        JsonParseException e = assertThrows(
                JsonParseException.class,
                () -> Json.list(RewardEntry.Adapter.INSTANCE).fromJson(entries.replace('\'', '"')));
        assertTrue(e.getMessage().startsWith("$[1]" + place), e.getMessage());
    }

    @Test
    void aKnownKindIsWrittenWithItsDiscriminator() {
        CrateRewardEntry crate = CrateRewardEntry.builder()
                .crateItemKey("silver")
                .quantity(RewardAmount.of(1))
                .build();
        assertEquals(
                "{\"type\":\"crate\",\"crateItemKey\":\"silver\",\"quantity\":1}",
                RewardEntry.Adapter.INSTANCE.toJson(crate));
    }

    // ---- streams

    @Test
    void theEventNameChoosesTheKind() throws Exception {
        LeaderboardEvent event =
                event("score_update", "{'leaderboardId':'l','participantId':'p','score':130,'rank':2,'new':1}");
        assertEquals(new LeaderboardScoreUpdate("l", "p", 130, 2), event);
        assertInstanceOf(LeaderboardClosed.class, event("closed", "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3000000000", "7.5", "99999999999999999999999"})
    void aNumberThatDoesNotFitIsRefusedInsideOfAUnionToo(String rank) {
        JsonParseException e = assertThrows(
                JsonParseException.class,
                () -> event("score_update", "{'leaderboardId':'l','participantId':'p','score':1,'rank':" + rank + "}"));
        assertTrue(e.getMessage().contains("rank"), e.getMessage());
    }

    @Test
    void aWholeNumberInsideOfAUnionMayBeWrittenAsAFraction() throws Exception {
        assertEquals(
                new LeaderboardScoreUpdate("l", "p", 1, 7),
                event("score_update", "{'leaderboardId':'l','participantId':'p','score':1,'rank':7.0}"));
    }

    @Test
    void anUnknownEventNameIsPassedOn() throws Exception {
        LeaderboardEvent.Unrecognized event = assertInstanceOf(
                LeaderboardEvent.Unrecognized.class, event("overtaken", "{'by':'p2','kind':'closed'}"));
        assertEquals("overtaken", event.kind());
        assertEquals(Map.of("by", "p2", "kind", "closed"), event.raw());
    }

    @Test
    void dataThatIsNotAnObjectIsPassedOn() throws Exception {
        assertEquals(
                new LeaderboardEvent.Unrecognized("score_update", Map.of("value", Arrays.asList(1L, null))),
                event("score_update", "[1,null]"));
        assertEquals(new LeaderboardEvent.Unrecognized("tick", Map.of("value", 12L)), event("tick", "12"));
        assertEquals("closed", event("closed", "null").kind());
    }

    @Test
    void onlyAStreamHasEvents() {
        assertThrows(
                IllegalStateException.class,
                () -> SystemApi.ping().readEvent("ready", new JsonReader(new StringReader("{}"))));
        assertEquals("text/event-stream", STREAM.accept());
    }

    private static LeaderboardEvent event(String name, String json) throws Exception {
        return STREAM.readEvent(name, new JsonReader(new StringReader(json.replace('\'', '"'))));
    }

    private static RewardEntry entry(String json) throws Exception {
        return RewardEntry.Adapter.INSTANCE.fromJson(json.replace('\'', '"'));
    }
}
