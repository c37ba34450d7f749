package io.kraty.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import io.kraty.api.model.PresenceInput;
import io.kraty.api.model.PresenceStatus;
import io.kraty.api.runtime.ApiRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two bodies of a player's requests that are not like the others: a bag of the game's own, and a null that says something. */
class PlayerRequestTest {
    // ---- metadata

    @Test
    void aBagIsTheWholeBody() {
        Map<String, Object> bag = new LinkedHashMap<>();
        bag.put("title", "knight");
        bag.put("clan", null);
        bag.put("deck", Arrays.asList(7, null, Map.of("card", 1.5)));
        String body = "{\"title\":\"knight\",\"clan\":null,\"deck\":[7,null,{\"card\":1.5}]}";
        assertEquals(body, PlayersApi.setPlayerMetadata("p", bag).body());
        assertEquals(body, PlayersApi.mergePlayerMetadata("p", bag).body());
        assertEquals("PUT", PlayersApi.setPlayerMetadata("p", bag).method());
        assertEquals("PATCH", PlayersApi.mergePlayerMetadata("p", bag).method());
    }

    @Test
    void anEmptyBagIsSentAsOne() {
        assertTrue(PlayersApi.setPlayerMetadata("p", Map.of()).hasBody());
        assertEquals("{}", PlayersApi.setPlayerMetadata("p", Map.of()).body());
    }

    @Test
    void aBagOfOneKindOfValueNeedsNoCast() {
        Map<String, Integer> levels = Map.of("xp", 3);
        assertEquals("{\"xp\":3}", PlayersApi.mergePlayerMetadata("p", levels).body());
    }

    @Test
    void noIdempotencyKeyGoesIntoABag() {
        ApiRequest<?> request = PlayersApi.mergePlayerMetadata("p", Map.of("idempotencyKey", "the game's own"));
        assertFalse(request.isIdempotent());
        assertNull(request.idempotencyKey());
        assertThrows(IllegalStateException.class, () -> request.withIdempotencyKey("k"));
        assertEquals("{\"idempotencyKey\":\"the game's own\"}", request.body());
    }

    @Test
    void aBagIsSentAsItWasWhenTheRequestWasMade() {
        List<Object> deck = new ArrayList<>(List.of(1));
        Map<String, Object> bag = new LinkedHashMap<>(Map.of("deck", deck));
        ApiRequest<?> request = PlayersApi.setPlayerMetadata("p", bag);
        deck.add(2);
        bag.clear();
        assertEquals("{\"deck\":[1]}", request.body());
    }

    @Test
    void aBagRefusesWhatJsonCannotHoldByItsPlace() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> PlayersApi.setPlayerMetadata("p", Map.of("deck", List.of(Double.NaN))));
        assertTrue(e.getMessage().startsWith("body.deck[0]: "), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> PlayersApi.setPlayerMetadata("p", null));
    }

    // ---- presence

    @Test
    void aStatusIsKeptSetOrCleared() {
        PresenceInput keep = PresenceInput.builder().build();
        PresenceInput set =
                PresenceInput.builder().status(PresenceStatus.of("in_lobby")).build();
        PresenceInput clear =
                PresenceInput.builder().status(PresenceStatus.cleared()).build();
        assertEquals("{}", FriendsApi.heartbeat("p", keep).body());
        assertEquals("{\"status\":\"in_lobby\"}", FriendsApi.heartbeat("p", set).body());
        assertEquals("{\"status\":null}", FriendsApi.heartbeat("p", clear).body());
    }

    @Test
    void aClearedStatusSurvivesTheStampingOfAKey() {
        PresenceInput clear =
                PresenceInput.builder().status(PresenceStatus.cleared()).build();
        assertEquals(
                "{\"status\":null,\"idempotencyKey\":\"k\"}",
                FriendsApi.heartbeat("p", clear).withIdempotencyKey("k").body());
    }

    @Test
    void whoReadsAPresenceSeesTheDifference() throws Exception {
        assertNull(PresenceInput.Adapter.INSTANCE.fromJson("{}").status());
        assertEquals(
                PresenceStatus.cleared(),
                PresenceInput.Adapter.INSTANCE.fromJson("{\"status\":null}").status());
        assertEquals(
                PresenceStatus.of("away"),
                PresenceInput.Adapter.INSTANCE.fromJson("{\"status\":\"away\"}").status());
    }

    @Test
    void gsonClearsAStatusToo() {
        PresenceInput clear =
                PresenceInput.builder().status(PresenceStatus.cleared()).build();
        assertEquals("{\"status\":null}", new Gson().toJson(clear));
        assertEquals(clear, new Gson().fromJson("{\"status\":null}", PresenceInput.class));
    }
}
