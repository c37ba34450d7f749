package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.wire.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a stream, no event and no line is held that is larger than an answer may be. */
class EventLimitTest extends StreamTest {
    private static final int MOST = 1024;

    private Kraty limited;

    @AfterEach
    void end() {
        limited.close();
    }

    private Exchange openLimited() throws Exception {
        limited = Kraty.create(PlayTestOptions.at(server.url(), FakeTiming.flowing())
                .maxAnswerBytes(MOST)
                .build());
        limited.leaderboards().live(BOARD, heard);
        return server.next().events();
    }

    private void assertTooLarge() throws Exception {
        KratyAnswerTooLargeException end = heard.next(KratyAnswerTooLargeException.class);
        assertTrue(end.getMessage().contains("limit of " + MOST), end.getMessage());
    }

    @Test
    void eventsThatAreSmaller_areHeard_howeverManyThereAre() throws Exception {
        Exchange stream = openLimited();
        for (int rank = 1; rank <= 5; rank++) {
            stream.chunk(": a heartbeat, which is none of the event\n".repeat(40) + score("p".repeat(850), rank));
            assertEquals(rank, heard.next(LeaderboardScoreUpdate.class).rank());
        }
    }

    @Test
    void commentWithinAnEvent_isNoneOfIt() throws Exception {
        String event = score("p".repeat(850), 7);
        openLimited()
                .chunk(event.replace("data: ", ": " + "x".repeat(500) + "\ndata: ")
                        .replace("\n\n", "\n: " + "x".repeat(500) + "\n\n"));
        assertEquals(7, heard.next(LeaderboardScoreUpdate.class).rank());
    }

    /** Whether its end ever comes or not. */
    @ParameterizedTest
    @ValueSource(strings = {"data: ", ": ", "event: ", "unknown: "})
    void lineThatIsLarger_endsTheStream(String start) throws Exception {
        openLimited().chunk(score(1) + start + "x".repeat(MOST));
        heard.next(LeaderboardScoreUpdate.class);
        assertTooLarge();
    }

    @Test
    void eventOfSeveralLines_thatIsLarger_endsTheStream() throws Exception {
        openLimited().chunk(("data: " + "x".repeat(90) + "\n").repeat(20));
        assertTooLarge();
    }

    @Test
    void fieldsThatAreNotForUs_countAsWell() throws Exception {
        openLimited().chunk(("id: " + "x".repeat(90) + "\n").repeat(20));
        assertTooLarge();
    }
}
