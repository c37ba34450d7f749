package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardReady;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.wire.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest extends StreamTest {
    private static final LeaderboardScoreUpdate THIRD = new LeaderboardScoreUpdate("b", "p", 12.5, 3);

    @Test
    void lineFeeds() throws Exception {
        open().chunk(score(3));
        assertEquals(THIRD, heard.next());
    }

    @Test
    void carriageReturnsAndLineFeeds() throws Exception {
        open().chunk(score(3).replace("\n", "\r\n") + score(4).replace("\n", "\r\n"));
        assertEquals(THIRD, heard.next());
        assertEquals(4, heard.next(LeaderboardScoreUpdate.class).rank());
    }

    @Test
    void carriageReturnsAlone() throws Exception {
        open().chunk(READY + score(3).replace("\n", "\r") + score(4).replace("\n", "\r"));
        heard.next();
        assertEquals(THIRD, heard.next());
        assertEquals(4, heard.next(LeaderboardScoreUpdate.class).rank());
    }

    @Test
    void lineEnds_ofAllKindsAndCutAnywhere() throws Exception {
        Exchange stream = open();
        for (byte b : (score(3).replace("\n", "\r") + score(4).replace("\n", "\r\n") + score(5))
                .getBytes(StandardCharsets.UTF_8)) {
            stream.chunk(new byte[] {b});
        }
        for (int rank = 3; rank <= 5; rank++) {
            assertEquals(rank, heard.next(LeaderboardScoreUpdate.class).rank());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void byteOrderMark_atTheBeginning_isNoPartOfTheFirstName(int cut) throws Exception {
        Exchange stream = open();
        byte[] bytes = ("\uFEFF" + score(3)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i += cut) {
            stream.chunk(Arrays.copyOfRange(bytes, i, Math.min(i + cut, bytes.length)));
        }
        assertEquals(THIRD, heard.next());
    }

    @Test
    void severalDataLines_areOneValue() throws Exception {
        open().chunk("""
                event: score_update
                data: {"leaderboardId":"b",
                data: "participantId":"p",
                data: "score":12.5,"rank":3}

                """);
        assertEquals(THIRD, heard.next());
    }

    @Test
    void commentsAndHeartbeats_areNoEvents() throws Exception {
        open().chunk(": hello\n\n:\n\n: ping\n" + score(3));
        assertEquals(THIRD, heard.next());
    }

    @Test
    void oneByteAtATime_alsoInsideOfACharacter() throws Exception {
        Exchange stream = open();
        for (byte b : score("zoë-火-🎮", 3).getBytes(StandardCharsets.UTF_8)) {
            stream.chunk(new byte[] {b});
        }
        assertEquals("zoë-火-🎮", heard.next(LeaderboardScoreUpdate.class).participantId());
    }

    @Test
    void eventsOfAllSizes_oneAfterTheOther() throws Exception {
        Exchange stream = open();
        for (int length = 1; length < 20_000; length = 2 * length + 13) {
            String large = "p".repeat(length);
            stream.chunk(score(large, 1) + score(2) + score(large, 3));
            assertEquals(large, heard.next(LeaderboardScoreUpdate.class).participantId());
            assertEquals(2, heard.next(LeaderboardScoreUpdate.class).rank());
            assertEquals(large, heard.next(LeaderboardScoreUpdate.class).participantId());
        }
    }

    @Test
    void severalEventsInOneChunk() throws Exception {
        open().chunk(READY + score(1) + score(2));
        heard.next(LeaderboardReady.class);
        assertEquals(1, heard.next(LeaderboardScoreUpdate.class).rank());
        assertEquals(2, heard.next(LeaderboardScoreUpdate.class).rank());
    }

    @Test
    void anEventThatWaitsForItsBlankLine_isNotDeliveredEarly() throws Exception {
        Exchange stream = open().chunk(score(3).substring(0, score(3).length() - 1));
        stream.chunk(": still here\n");
        assertTrue(heard.isEmpty());
        stream.chunk("\n");
        assertEquals(THIRD, heard.next());
    }

    @Test
    void spaceAfterTheColon_isOptionalAndOnlyOneIsDropped() throws Exception {
        open().chunk("event:closed_soon\ndata:\"a\"\n\nevent:  two\ndata:  \"b\"\n\n");

        assertEquals(new LeaderboardEvent.Unrecognized("closed_soon", Map.of("value", "a")), heard.next());
        assertEquals(new LeaderboardEvent.Unrecognized(" two", Map.of("value", "b")), heard.next());
    }

    @Test
    void idRetryAndUnknownFields_areIgnored() throws Exception {
        open().chunk("id: 7\nretry: 5\nflavour: sour\nnonsense\n" + score(3));
        assertEquals(THIRD, heard.next());
    }

    @Test
    void endInTheMiddleOfAnEvent_deliversTheLossAndNotTheEvent() throws Exception {
        String whole = score(3);
        Exchange stream = open().chunk(READY + whole.substring(0, whole.length() - 1));
        stream.endChunks();

        heard.next(LeaderboardReady.class);
        heard.next(KratyNetworkException.class);
        assertEquals(Heard.END, heard.next());
    }

    @Test
    void longEvents_areReadWhole() throws Exception {
        char[] name = new char[300_000];
        Arrays.fill(name, 'x');
        open().chunk(score(new String(name), 3));
        assertEquals(
                name.length,
                heard.next(LeaderboardScoreUpdate.class).participantId().length());
    }
}
