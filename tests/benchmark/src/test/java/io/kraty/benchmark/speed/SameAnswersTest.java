package io.kraty.benchmark.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.model.FriendList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared does the same work: whoever leaves something out is fast. */
class SameAnswersTest {
    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(Instant.class, new InstantAdapter())
            .create();

    @ParameterizedTest
    @EnumSource
    void byHandAndByGsonTheSameIsRead(Payload payload) throws Exception {
        Readers readers = Readers.of(payload);
        Object byGson = ((Plain.Envelope<?>) readers.gson()).data;
        // Through JSON, in which a double that is whole, a long and a range look alike.
        assertEquals(numbersAsDoubles(byGson), numbersAsDoubles(readers.byHand()));
    }

    @Test
    void theSdkReadsAsManyEntries() throws Exception {
        EventLeaderboard board = assertInstanceOf(
                EventLeaderboard.class, Readers.of(Payload.BOARD).sdk());
        assertEquals(50, board.entries().size());
        assertEquals(
                50,
                board.entries().stream()
                        .map(row -> row.participantId())
                        .distinct()
                        .count());
        FriendList friends =
                assertInstanceOf(FriendList.class, Readers.of(Payload.FRIENDS).sdk());
        assertEquals(50, friends.friends().size());
        assertEquals(
                20,
                assertInstanceOf(List.class, Readers.of(Payload.RANGES).sdk()).size());
        assertEquals(
                50,
                assertInstanceOf(List.class, Readers.of(Payload.GRANTS).sdk()).size());
    }

    @Test
    void allWriteTheSame() throws Exception {
        Writers writers = new Writers();
        String expected = "{\"mode\":\"increment\",\"metricValue\":1,\"idempotencyKey\":\"Zk1vT9bXQ2e7uR4sYpLw0A\"}";
        for (byte[] each : List.of(writers.sdk(), writers.gson(), writers.byHand())) {
            String text = new String(each, StandardCharsets.UTF_8).replace(":1.0,", ":1,");
            assertEquals(JsonParser.parseString(expected), JsonParser.parseString(text));
        }
    }

    private static Object numbersAsDoubles(Object value) {
        return GSON.fromJson(GSON.toJson(value), Object.class);
    }

    private static final class InstantAdapter extends TypeAdapter<Instant> {
        @Override
        public Instant read(JsonReader in) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            out.value(value == null ? null : value.toString());
        }
    }
}
