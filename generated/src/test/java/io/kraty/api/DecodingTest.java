package io.kraty.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import io.kraty.api.model.Attempt;
import io.kraty.api.model.AttemptQuota;
import io.kraty.api.model.CatalogItem;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.ErrorEnvelope;
import io.kraty.api.model.EventListing;
import io.kraty.api.model.ItemHolding;
import io.kraty.api.model.Leaderboard;
import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import io.kraty.api.model.LocalizedString;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardBundlePreview;
import io.kraty.api.model.WalletHolding;
import io.kraty.api.runtime.Json;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of answers promises: it bends to what the platform adds later, and never alters a value silently. */
class DecodingTest {
    private static final String LOBBY =
            "'id':'l1','eventId':'e1','eventWindowId':'w1','mode':'global','capacity':20,'participantCount':3";
    private static final String ENTRY = "'participantId':'p1','kind':'player','score':1.5,'rank':1";

    // ---- what is new, absent or null

    @Test
    void anUnknownFieldOfAnyShapeIsSkipped() throws Exception {
        LeaderboardSelf self =
                read(LeaderboardSelf.Adapter.INSTANCE, "{'new':{'a':[1,{}]},'rank':4,'old':null,'score':2}");
        assertEquals(new LeaderboardSelf(4, 2), self);
    }

    @Test
    void anUnknownEnumValueIsKeptAndWrittenBack() throws Exception {
        Lobby lobby = read(Lobby.Adapter.INSTANCE, "{" + LOBBY + ",'status':'frozen'}");
        assertEquals("frozen", lobby.status().value());
        assertEquals(LobbyStatus.Known.UNRECOGNIZED, lobby.status().known());
        assertEquals(LobbyStatus.of("frozen"), lobby.status());
        assertTrue(Lobby.Adapter.INSTANCE.toJson(lobby).contains("\"status\":\"frozen\""));
    }

    @Test
    void aKnownEnumValueIsASingleInstance() throws Exception {
        assertSame(LobbyStatus.ACTIVE, read(LobbyStatus.Adapter.INSTANCE, "'active'"));
        assertEquals(LobbyStatus.Known.ACTIVE, LobbyStatus.ACTIVE.known());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'avatar':null,'name':null,'progression':null,'player':null"})
    void absentAndNullAreTheSame(String rest) throws Exception {
        LeaderboardEntry entry = read(LeaderboardEntry.Adapter.INSTANCE, "{" + ENTRY + rest + "}");
        assertNull(entry.avatar());
        assertNull(entry.name());
        assertEquals(Map.of(), entry.progression());
        assertEquals(Map.of(), entry.player());
    }

    @Test
    void anOptionalListThatIsNullIsEmpty() throws Exception {
        EventListing event = read(
                EventListing.Adapter.INSTANCE,
                "{'eventKey':'e','windowId':'w','metrics':null,'milestoneRewards':null}");
        assertEquals(List.of(), event.metrics());
        assertEquals(List.of(), event.milestoneRewards());
    }

    @Test
    void aNullListElementIsLeftOut() throws Exception {
        List<EventListing> events =
                read(Json.list(EventListing.Adapter.INSTANCE), "[null,{'eventKey':'e','windowId':'w'},null]");
        assertEquals(List.of("e"), events.stream().map(EventListing::eventKey).toList());
    }

    @Test
    void aDefaultStandsInForWhatIsAbsent() throws Exception {
        assertEquals(
                0,
                read(Lobby.Adapter.INSTANCE, "{" + LOBBY + ",'status':'forming'}")
                        .botSlots());
        assertEquals(
                false,
                read(LeaderboardEntry.Adapter.INSTANCE, "{" + ENTRY + "}").isSelf());
        assertEquals(
                true,
                read(LeaderboardEntry.Adapter.INSTANCE, "{" + ENTRY + ",'isSelf':true}")
                        .isSelf());
    }

    @Test
    void aMissingRequiredFieldNamesItsPath() {
        JsonParseException e = assertThrows(
                JsonParseException.class,
                () -> read(
                        Json.unwrapped("PlayerRegistrationEnvelope", "data", PlayerRegistration.Adapter.INSTANCE),
                        "{'data':{'playerId':'p'}}"));
        assertTrue(e.getMessage().contains("data") && e.getMessage().contains("secret"), e.getMessage());
    }

    @Test
    void aNullDocumentIsNull() throws Exception {
        assertNull(Lobby.Adapter.INSTANCE.fromJson("null"));
    }

    @Test
    void anErrorWithoutDetailsHasNone() throws Exception {
        ErrorEnvelope bare = read(ErrorEnvelope.Adapter.INSTANCE, "{'error':{'code':'not_found','message':'m'}}");
        assertNull(bare.error().details());
        assertEquals(
                "{\"error\":{\"code\":\"not_found\",\"message\":\"m\"}}", ErrorEnvelope.Adapter.INSTANCE.toJson(bare));
        ErrorEnvelope odd =
                read(ErrorEnvelope.Adapter.INSTANCE, "{'error':{'code':'not_found','message':'m','details':[1,null]}}");
        assertEquals(Arrays.asList(1L, null), odd.error().details());
    }

    // ---- older names

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'avatarUrl':'old'                | old
            'avatarUrl':'old','avatar':'new' | new
            'avatar':'new','avatarUrl':'old' | new
            'avatar':null,'avatarUrl':'old'  | old
            """)
    void anOlderNameCountsUnlessTheCurrentOneIsThere(String members, String avatar) throws Exception {
        LeaderboardEntry entry = read(LeaderboardEntry.Adapter.INSTANCE, "{" + ENTRY + "," + members + "}");
        assertEquals(avatar, entry.avatar());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'sharedLeaderboardId':'old'                       | old
            'sharedLeaderboardId':'old','leaderboardId':'new' | new
            'leaderboardId':'new','sharedLeaderboardId':'old' | new
            """)
    void anOlderNameSatisfiesARequiredField(String members, String id) throws Exception {
        Leaderboard board = read(Leaderboard.Adapter.INSTANCE, "{'key':'k','entries':[]," + members + "}");
        assertEquals(id, board.leaderboardId());
    }

    // ---- numbers

    @Test
    void whole64BitNumbersArriveUnaltered() throws Exception {
        WalletHolding gold = read(
                WalletHolding.Adapter.INSTANCE, "{'economyKey':'gold','metadata':{},'balance':9223372036854775807}");
        assertEquals(Long.MAX_VALUE, gold.balance());
        assertTrue(WalletHolding.Adapter.INSTANCE.toJson(gold).contains("9223372036854775807"));
        String beyondDouble = "{'economyKey':'gold','metadata':{},'balance':9007199254740993.0}";
        assertEquals(
                9007199254740993L,
                read(WalletHolding.Adapter.INSTANCE, beyondDouble).balance());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3000000000", "7.5", "-2147483649", "1e10", "'many'"})
    void whatDoesNotFit32BitsIsRefusedWithItsPath(String rank) {
        JsonParseException e = assertThrows(
                JsonParseException.class,
                () -> read(LeaderboardSelf.Adapter.INSTANCE, "{'score':1,'rank':" + rank + "}"));
        assertTrue(e.getMessage().startsWith("$.rank: "), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "7.5", "1e30", "1e999999999"})
    void whatDoesNotFit64BitsIsRefusedWithItsPath(String balance) {
        JsonParseException e = assertThrows(
                JsonParseException.class,
                () -> read(
                        WalletHolding.Adapter.INSTANCE,
                        "{'economyKey':'gold','metadata':{},'balance':" + balance + "}"));
        assertTrue(e.getMessage().contains("$.balance"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.0", "7", "7e0", "70e-1"})
    void aWholeNumberMayBeWrittenAsAFraction(String number) throws Exception {
        assertEquals(
                7,
                read(LeaderboardSelf.Adapter.INSTANCE, "{'score':1,'rank':" + number + "}")
                        .rank());
        assertEquals(
                7,
                read(WalletHolding.Adapter.INSTANCE, "{'economyKey':'gold','metadata':{},'balance':" + number + "}")
                        .balance());
    }

    @Test
    void anOptionalNumberIsNotZeroWhenAbsent() throws Exception {
        AttemptQuota quota = read(AttemptQuota.Adapter.INSTANCE, "{'usedInWindow':4,'usedToday':1}");
        assertNull(quota.maxPerDay());
    }

    // ---- amounts

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            25                         | Fixed        | 25 | 25
            0.5                        | Fixed        | .5 | .5
            {'min':10,'max':50}        | Range        | 10 | 50
            {'max':50,'min':10,'x':[]} | Range        | 10 | 50
            {'min':10}                 | Unrecognized | 0  | 0
            {'min':'a','max':3}        | Unrecognized | 0  | 0
            {'min':1,'max':3,'step':{}} | Range       | 1  | 3
            1e400                      | Unrecognized | 0  | 0
            'plenty'                   | Unrecognized | 0  | 0
            [1,2]                      | Unrecognized | 0  | 0
            true                       | Unrecognized | 0  | 0
            """)
    void anOddAmountDoesNotLoseTheRestOfTheAnswer(String amount, String kind, double min, double max) throws Exception {
        RewardBundlePreview bundle = read(
                RewardBundlePreview.Adapter.INSTANCE,
                "{'key':'b','entries':[{'type':'currency','currencyKey':'gold','amount':" + amount
                        + "},{'type':'item','itemKey':'potion','quantity':2}]}");
        RewardAmount read = assertInstanceOf(
                        CurrencyRewardEntry.class, bundle.entries().get(0))
                .amount();
        assertEquals(kind, read.getClass().getSimpleName());
        assertEquals(min, read.min());
        assertEquals(max, read.max());
        assertEquals(2, bundle.entries().size());
    }

    // ---- timestamps

    @ParameterizedTest
    @CsvSource({
        "2026-09-01T08:00:00.000Z, 2026-09-01T08:00:00Z",
        "2026-09-01T08:00:00Z, 2026-09-01T08:00:00Z",
        "2026-09-01T08:00:00.123456789Z, 2026-09-01T08:00:00.123456789Z",
        "2026-09-01T10:00:00+02:00, 2026-09-01T08:00:00Z",
        "2026-09-01T10:00:00.5+02:00, 2026-09-01T08:00:00.500Z",
        "2026-09-01T08:00:00, 2026-09-01T08:00:00Z",
        "2026-09-01T08:00:00.25, 2026-09-01T08:00:00.250Z",
        "2026-09-01, 2026-09-01T00:00:00Z",
    })
    void timestampsComeInSeveralForms(String text, Instant expected) throws Exception {
        assertEquals(expected, attempt("'" + text + "'").startedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'  '", "null"})
    void anEmptyTimestampIsNone(String text) throws Exception {
        assertNull(attempt(text).startedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'soon'", "'2026-13-01'", "'2026-02-30T00:00:00Z'", "'08:00'", "1756713600"})
    void rubbishInATimestampIsRefusedWithItsPath(String text) {
        JsonParseException e = assertThrows(JsonParseException.class, () -> attempt(text));
        assertTrue(e.getMessage().contains("$.startedAt"), e.getMessage());
    }

    // ---- texts

    @Test
    void aTextMayBeTheSameForEverybody() throws Exception {
        LocalizedString name = event("'name':'Bounty Hunt'").name();
        assertEquals("Bounty Hunt", name.in(Locale.JAPANESE));
        assertEquals("\"Bounty Hunt\"", LocalizedString.Adapter.INSTANCE.toJson(name));
    }

    @Test
    void aTextMayComeInSeveralLanguages() throws Exception {
        LocalizedString name = event("'name':{'en':'Hunt','pt':'Caça','pt-BR':'Caçada','de':null}")
                .name();
        assertEquals("Caçada", name.in(Locale.forLanguageTag("pt-BR")));
        assertEquals("Caça", name.in(Locale.forLanguageTag("pt-PT")));
        assertEquals("Hunt", name.in(Locale.GERMAN));
        assertEquals(
                "{\"en\":\"Hunt\",\"pt\":\"Caça\",\"pt-BR\":\"Caçada\"}",
                LocalizedString.Adapter.INSTANCE.toJson(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'type':'single_metric'", "'name':null"})
    void aTextMayBeMissing(String members) throws Exception {
        assertNull(event(members).name());
    }

    // ---- free-form objects

    @Test
    void aFreeFormObjectKeepsEveryKindOfValue() throws Exception {
        ItemHolding item = read(
                ItemHolding.Adapter.INSTANCE,
                "{'itemKey':'sword','quantity':1,'metadata':{'serial':9007199254740993,'big':123456789012345678901234567890,"
                        + "'wear':0.25,'none':null,'bound':true,'gems':[{'kind':'ruby','at':[1,null]}]}}");
        Map<String, ?> metadata = item.metadata();
        assertEquals(9007199254740993L, metadata.get("serial"));
        assertEquals(new BigInteger("123456789012345678901234567890"), metadata.get("big"));
        assertEquals(0.25, metadata.get("wear"));
        assertEquals(true, metadata.get("bound"));
        assertTrue(metadata.containsKey("none"));
        assertNull(metadata.get("none"));
        assertEquals(List.of(Map.of("kind", "ruby", "at", Arrays.asList(1L, null))), metadata.get("gems"));
        assertEquals(item, ItemHolding.Adapter.INSTANCE.fromJson(ItemHolding.Adapter.INSTANCE.toJson(item)));
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatWasReadCannotBeChanged() throws Exception {
        CatalogItem item = read(
                CatalogItem.Adapter.INSTANCE,
                "{'key':'k','itemTypeKey':'t','tags':['a'],'attributes':{'heals':{'min':1},'at':[1]}}");
        assertThrows(UnsupportedOperationException.class, () -> item.tags().add("b"));
        assertThrows(
                UnsupportedOperationException.class, () -> item.attributes().put("b", 1));
        Map<String, Object> heals = (Map<String, Object>) item.attributes().get("heals");
        assertThrows(UnsupportedOperationException.class, () -> heals.put("b", 1));
        List<Object> at = (List<Object>) item.attributes().get("at");
        assertThrows(UnsupportedOperationException.class, () -> at.add(1));
        Map<String, Object> metric =
                event("'metrics':[{'key':'kills'}]").metrics().get(0);
        assertThrows(UnsupportedOperationException.class, () -> metric.put("b", 1));
    }

    private static Attempt attempt(String startedAt) throws Exception {
        return read(
                Attempt.Adapter.INSTANCE,
                "{'id':'a','eventId':'e','eventWindowId':'w','leaderboardId':'l','playerId':'p','metrics':{},"
                        + "'metricsRaw':{},'score':0,'status':'in_progress','startedAt':" + startedAt + "}");
    }

    private static EventListing event(String members) throws Exception {
        return read(EventListing.Adapter.INSTANCE, "{'eventKey':'e','windowId':'w'," + members + "}");
    }

    private static <T> T read(TypeAdapter<T> adapter, String json) throws Exception {
        return adapter.fromJson(json.replace('\'', '"'));
    }
}
