package io.kraty.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.model.PresenceStatus;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that can also be taken away, which is another thing than not mentioning it. */
class PresenceStatusTest {
    @Test
    void clearedIsNoText() {
        assertNull(PresenceStatus.cleared().text());
        assertSame(PresenceStatus.cleared(), PresenceStatus.cleared());
        assertEquals("(cleared)", PresenceStatus.cleared().toString());
        assertNotEquals(PresenceStatus.of(""), PresenceStatus.cleared());
    }

    @Test
    void aTextEqualsTheSameText() {
        assertEquals(PresenceStatus.of("in_lobby"), PresenceStatus.of("in_lobby"));
        assertEquals(
                PresenceStatus.of("in_lobby").hashCode(),
                PresenceStatus.of("in_lobby").hashCode());
        assertNotEquals(PresenceStatus.of("in_lobby"), PresenceStatus.of("away"));
        assertEquals("in_lobby", PresenceStatus.of("in_lobby").toString());
        assertThrows(NullPointerException.class, () -> PresenceStatus.of(null));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void clearedIsWrittenAlsoWhereNullsAreLeftOut(boolean serializeNulls) throws Exception {
        assertEquals("{\"status\":null}", member(PresenceStatus.cleared(), serializeNulls));
        assertEquals("{\"status\":\"in_lobby\"}", member(PresenceStatus.of("in_lobby"), serializeNulls));
        assertEquals(serializeNulls ? "{\"status\":null}" : "{}", member(null, serializeNulls));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"in_lobby\"", "\"\"", "null"})
    void whatWasReadIsWrittenBack(String json) throws Exception {
        PresenceStatus status = PresenceStatus.Adapter.INSTANCE.fromJson(json);
        assertEquals(json, PresenceStatus.Adapter.INSTANCE.toJson(status));
        assertEquals(status, new Gson().fromJson(json, PresenceStatus.class));
    }

    private static String member(PresenceStatus status, boolean serializeNulls) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setSerializeNulls(serializeNulls);
            out.beginObject();
            PresenceStatus.Adapter.INSTANCE.write(out.name("status"), status);
            out.endObject();
            assertEquals(serializeNulls, out.getSerializeNulls());
        }
        return text.toString();
    }
}
