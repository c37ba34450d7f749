package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.api.model.LeaderboardReady;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.wire.Exchange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamIdleTest extends StreamTest {
    private static final Duration IDLE = Duration.ofMillis(400);

    @Override
    KratyClientOptions.Builder configure(KratyClientOptions.Builder options) {
        return options.streamIdleTimeout(IDLE);
    }

    @Test
    void silence_isALoss() throws Exception {
        open().chunk(READY);

        heard.next(LeaderboardReady.class);
        heard.next(KratyNetworkException.class);
        assertEquals(Heard.END, heard.next());
    }

    @Test
    void heartbeats_keepTheStreamAliveBeyondTheIdleTimeAndTheCallTimeout() throws Exception {
        Exchange exchange = open();
        for (int i = 0; i < 12; i++) {
            TimeUnit.MILLISECONDS.sleep(IDLE.toMillis() / 8);
            exchange.chunk(": ping\n\n");
        }
        exchange.chunk(score(1));
        heard.next(LeaderboardScoreUpdate.class);
    }
}
