package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.kraty.api.model.LeaderboardReady;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.Limits;
import io.kraty.sdk.wire.TinyServer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamIdleTest {
    @Test
    void silence_isALoss() throws Exception {
        Limits.grow(limit -> {
            Heard heard = new Heard();
            try (TinyServer silent = TinyServer.answering(exchange ->
                            exchange.events().chunk(StreamTest.READY).awaitDisconnect());
                    Kraty kraty = Kraty.create(PlayTestOptions.at(silent.url(), FakeTiming.flowing())
                            .streamIdleTimeout(limit)
                            .build())) {
                kraty.leaderboards().live(StreamTest.BOARD, heard);

                if (!(heard.next() instanceof LeaderboardReady)) {
                    return false; // silent for too long before the first event
                }
                heard.next(KratyNetworkException.class);
                assertEquals(Heard.END, heard.next());
                return true;
            }
        });
    }

    /** Bytes come, so it is not silent, but the answer never begins. */
    @Test
    void headersThatNeverEnd_areALoss() throws Exception {
        Heard heard = new Heard();
        try (TinyServer slow = TinyServer.answering(StreamIdleTest::trickle);
                Kraty kraty = Kraty.create(PlayTestOptions.at(slow.url(), FakeTiming.flowing())
                        .timeout(Duration.ofMillis(300))
                        .build())) {
            kraty.leaderboards().live(StreamTest.BOARD, heard);

            heard.next(KratyNetworkException.class);
            assertEquals(Heard.END, heard.next());
        }
    }

    private static void trickle(Exchange exchange) throws Exception {
        exchange.raw("HTTP/1.1 200 OK\r\nX-Slow: ");
        while (true) {
            exchange.raw("x");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void heartbeats_keepTheStreamAliveBeyondTheIdleTimeAndTheCallTimeout() throws Exception {
        Limits.grow(limit -> {
            Heard heard = new Heard();
            try (TinyServer server = TinyServer.answering(exchange -> beatBeyond(limit, exchange));
                    Kraty kraty = Kraty.create(PlayTestOptions.at(server.url(), FakeTiming.flowing())
                            .streamIdleTimeout(limit)
                            .timeout(limit)
                            .build())) {
                kraty.leaderboards().live(StreamTest.BOARD, heard);

                Object first = heard.next();
                if (first instanceof KratyNetworkException) {
                    return false; // this machine held up one of the heartbeats for longer than that
                }
                assertInstanceOf(LeaderboardScoreUpdate.class, first);
                return true;
            }
        });
    }

    private static void beatBeyond(Duration limit, Exchange exchange) throws Exception {
        exchange.events();
        for (int i = 0; i < 12; i++) {
            TimeUnit.NANOSECONDS.sleep(limit.toNanos() / 8); // what has to be outlived is real time
            exchange.chunk(": ping\n\n");
        }
        exchange.chunk(StreamTest.score(1)).awaitDisconnect();
    }
}
