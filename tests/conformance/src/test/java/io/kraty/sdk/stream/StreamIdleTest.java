package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.kraty.api.model.LeaderboardReady;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.Limits;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamIdleTest extends StreamTest {
    @Test
    void silence_isALoss() throws Exception {
        Limits.grow(limit -> {
            Heard heard = new Heard();
            try (Kraty impatient = client(options -> options.streamIdleTimeout(limit))) {
                impatient.leaderboards().live(BOARD, heard);
                server.next().events().chunk(READY);

                if (!(heard.next() instanceof LeaderboardReady)) {
                    return false; // silent for too long before the first event
                }
                heard.next(KratyNetworkException.class);
                assertEquals(Heard.END, heard.next());
                return true;
            }
        });
    }

    @Test
    void heartbeats_keepTheStreamAliveBeyondTheIdleTimeAndTheCallTimeout() throws Exception {
        Limits.grow(limit -> {
            Heard heard = new Heard();
            try (Kraty impatient =
                    client(options -> options.streamIdleTimeout(limit).timeout(limit))) {
                impatient.leaderboards().live(BOARD, heard);
                Exchange exchange = server.next().events();
                for (long passed = 0, step = limit.toMillis() / 8; passed < 12 * step; passed += step) {
                    TimeUnit.MILLISECONDS.sleep(step); // what has to be outlived is real time
                    exchange.chunk(": ping\n\n");
                }
                exchange.chunk(score(1));

                Object first = heard.next();
                if (first instanceof KratyNetworkException) {
                    return false; // this machine held up one of the heartbeats for longer than that
                }
                assertInstanceOf(LeaderboardScoreUpdate.class, first);
                return true;
            }
        });
    }
}
