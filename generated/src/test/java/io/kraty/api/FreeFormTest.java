package io.kraty.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.kraty.api.model.LobbyStatus;
import io.kraty.api.model.StartAttemptRequest;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller hands in as free-form JSON is sent as it was at that moment, or refused with the place of the fault. */
class FreeFormTest {
    @Test
    void orderAndNullsAreKeptAtEveryLevel() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", null);
        inner.put("a", Arrays.asList(null, "x", null));
        Map<String, Object> bag = new LinkedHashMap<>();
        bag.put("title", null);
        bag.put("deck", List.of(inner));
        bag.put("b", true);
        assertEquals("{\"title\":null,\"deck\":[{\"z\":null,\"a\":[null,\"x\",null]}],\"b\":true}", written(bag));
        assertEquals("{}", written(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1E99999999999"})
    void aNumberThatJavaDoesNotHaveIsRefusedWithItsPlace(String number) {
        String message = assertThrows(
                        JsonParseException.class, () -> Json.FREE_FORM.fromJson("{\"deck\":{\"size\":" + number + "}}"))
                .getMessage();
        assertTrue(message.contains("$.deck.size"), message);
    }

    @Test
    void everyKindOfValueIsWrittenAsItIs() {
        Map<String, Object> bag = new LinkedHashMap<>();
        bag.put("long", Long.MAX_VALUE);
        bag.put("big", new BigInteger("123456789012345678901234567890"));
        bag.put("exact", new BigDecimal("0.10"));
        bag.put("float", 1.5f);
        bag.put("buffer", CharBuffer.wrap("text"));
        bag.put("char", 'c');
        bag.put("enum", LobbyStatus.of("frozen"));
        bag.put("set", new TreeSet<>(List.of(2, 1)));
        bag.put("keys", Map.of(7, "seven"));
        bag.put("count", new AtomicLong(3));
        assertEquals(
                "{\"long\":9223372036854775807,\"big\":123456789012345678901234567890,\"exact\":0.10,\"float\":1.5,"
                        + "\"buffer\":\"text\",\"char\":\"c\",\"enum\":\"frozen\",\"set\":[1,2],\"keys\":{\"7\":\"seven\"},"
                        + "\"count\":3}",
                written(bag));
    }

    @Test
    void whatChangesAfterwardsIsNotSent() {
        AtomicLong count = new AtomicLong(1);
        StringBuilder text = new StringBuilder("a");
        List<Object> list = new ArrayList<>(List.of(count, text));
        Map<String, Object> inner = new HashMap<>(Map.of("list", list));
        Map<String, Object> bag = new HashMap<>(Map.of("inner", inner));
        Map<String, Object> copy = Json.freeForm("bag", bag);
        count.set(2);
        text.append("b");
        list.add("c");
        inner.put("d", 4);
        bag.put("e", 5);
        assertEquals("{\"inner\":{\"list\":[1,\"a\"]}}", Json.FREE_FORM.toJson(copy));
    }

    @Test
    @SuppressWarnings("unchecked")
    void theCopyCannotBeChanged() {
        Map<String, Object> copy = Json.freeForm("bag", Map.of("map", Map.of("a", 1), "list", List.of(1)));
        assertThrows(UnsupportedOperationException.class, () -> copy.put("b", 1));
        assertThrows(UnsupportedOperationException.class, () -> ((Map<String, Object>) copy.get("map")).put("b", 1));
        assertThrows(UnsupportedOperationException.class, () -> ((List<Object>) copy.get("list")).add(1));
    }

    @ParameterizedTest
    @MethodSource
    void whatJsonCannotHoldIsRefusedWithItsPlace(Object value, String place) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Json.freeForm("bag", Map.of("deck", List.of("x", value))));
        assertTrue(e.getMessage().startsWith("bag.deck[1]" + place + ": "), e.getMessage());
    }

    static Stream<Arguments> whatJsonCannotHoldIsRefusedWithItsPlace() {
        Map<String, Object> nullKey = new HashMap<>();
        nullKey.put(null, 1);
        DoubleAdder infinite = new DoubleAdder();
        infinite.add(Double.POSITIVE_INFINITY);
        return Stream.of(
                Arguments.of(Double.NaN, ""),
                Arguments.of(Float.NEGATIVE_INFINITY, ""),
                Arguments.of(infinite, ""),
                Arguments.of(new Object(), ""),
                Arguments.of(new int[] {1}, ""),
                Arguments.of(nullKey, ""),
                Arguments.of(Map.of("wear", Double.NaN), ".wear"),
                Arguments.of(List.of(1, new Object()), "[1]"));
    }

    @Test
    void whatHoldsItselfIsRefused() {
        Map<String, Object> bag = new HashMap<>();
        bag.put("again", List.of(bag));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Json.freeForm("bag", bag));
        assertEquals("bag: nested deeper than 255 levels; does something in it hold itself?", e.getMessage());
    }

    @Test
    void aMissingMapIsRefusedByName() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Json.freeForm("bag", null));
        assertEquals("bag: required, but not set", e.getMessage());
    }

    @Test
    void aRequestWhoseBodyIsABagTakesNoIdempotencyKey() {
        ApiRequest<Map<String, Object>> request = ApiRequest.builder("set", "PUT", "/bag", Json.FREE_FORM)
                .body(Json.freeForm("body", Map.of("level", 7)), Json.FREE_FORM)
                .build();
        assertEquals("{\"level\":7}", request.body());
        assertFalse(request.isIdempotent());
        assertThrows(IllegalStateException.class, () -> request.withIdempotencyKey("k"));
    }

    @Test
    void gsonKeepsTheNullsOfAFreeFormPartToo() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("country", null);
        context.put("tags", Arrays.asList("a", null));
        StartAttemptRequest start =
                StartAttemptRequest.builder().playerContext(context).build();
        assertEquals("{\"playerContext\":{\"country\":null,\"tags\":[\"a\",null]}}", new Gson().toJson(start));
        JsonObject tree = new Gson().toJsonTree(start).getAsJsonObject();
        assertTrue(tree.getAsJsonObject("playerContext").has("country"));
    }

    private static String written(Map<String, Object> bag) {
        return Json.FREE_FORM.toJson(Json.freeForm("bag", bag));
    }
}
