package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.LeaderboardListener;
import io.kraty.sdk.wire.Exchange;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A listener in Kotlin throws what Java would check, and the stream goes on all the same. */
class CheckedListenerTest extends StreamTest {
    @Test
    void checkedExceptions_ofAListener_endNothing() throws Exception {
        kraty.leaderboards().live(BOARD, new LeaderboardListener() {
            @Override
            public void onEvent(LeaderboardEvent event) {
                heard.onEvent(event);
                raise(new IOException("of the game's"));
            }

            @Override
            public void onError(KratyException error) {
                heard.onError(error);
                raise(new IOException("of the game's"));
            }

            @Override
            public void onEnd() {
                heard.onEnd();
            }
        });
        Exchange stream = server.next().events();
        stream.chunk(score(3) + "event: score_update\ndata: {\n\n" + score(4) + CLOSED);
        stream.endChunks();

        assertEquals(3, heard.next(LeaderboardScoreUpdate.class).rank());
        heard.next(KratyException.class);
        assertEquals(4, heard.next(LeaderboardScoreUpdate.class).rank());
        heard.next();
        assertEquals(Heard.END, heard.next());
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void raise(Exception failure) throws E {
        throw (E) failure;
    }
}
