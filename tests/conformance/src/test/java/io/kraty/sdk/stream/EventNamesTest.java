package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.KratyErrorCode;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.error.KratyApiException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventNamesTest extends StreamTest {
    @Test
    void unknownName_isPassedThroughWithWhatItCarried() throws Exception {
        open().chunk("event: season_ended\ndata: {\"season\":4,\"kind\":\"other\"}\n\n");

        LeaderboardEvent.Unrecognized event = heard.next(LeaderboardEvent.Unrecognized.class);
        assertEquals("season_ended", event.kind());
        assertEquals("other", event.raw().get("kind"));
        assertEquals(2, event.raw().size());
    }

    @Test
    void noName_isAMessage() throws Exception {
        open().chunk("data: {\"a\":\"b\"}\n\nevent:\ndata: {\"a\":\"c\"}\n\n");

        assertEquals(new LeaderboardEvent.Unrecognized("message", Map.of("a", "b")), heard.next());
        assertEquals(new LeaderboardEvent.Unrecognized("message", Map.of("a", "c")), heard.next());
    }

    @Test
    void valueThatIsNoObject_standsUnderValue() throws Exception {
        open().chunk("event: ready\ndata: [\"x\"]\n\nevent: other\ndata: true\n\n");

        assertEquals(
                List.of("x"),
                heard.next(LeaderboardEvent.Unrecognized.class).raw().get("value"));
        assertEquals(true, heard.next(LeaderboardEvent.Unrecognized.class).raw().get("value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nonsense", "{} {}", "{\"leaderboardId\":\"b\"}", "{\"score\":\"x\"}", "{'a':1}"})
    void dataThatCannotBeRead_isAnErrorAndTheStreamGoesOn(String data) throws Exception {
        open().chunk("event: score_update\ndata: " + data + "\n\n" + score(3));

        KratyApiException error = heard.next(KratyApiException.class);
        assertEquals(KratyErrorCode.INTERNAL_ERROR, error.code());
        assertTrue(error.getMessage().contains("score_update"), error.getMessage());
        assertEquals(3, heard.next(LeaderboardScoreUpdate.class).rank());
    }

    @Test
    void hugeUnreadableData_isNotQuotedWhole() throws Exception {
        open().chunk("event: score_update\ndata: " + "x".repeat(100_000) + "\n\n");
        assertTrue(heard.next(KratyApiException.class).getMessage().length() < 1000);
    }
}
