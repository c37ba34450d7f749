package io.kraty.sdk.stream;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.TinyServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of streams share: a server that the test answers by hand. */
abstract class StreamTest {
    static final String BOARD = "0b8f6c1e-0000-4000-8000-000000000001";
    static final String READY = "event: ready\ndata: {\"leaderboardId\":\"b\"}\n\n";
    static final String CLOSED = "event: closed\ndata: {\"leaderboardId\":\"b\"}\n\n";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    TinyServer server;
    Kraty kraty;
    final Heard heard = new Heard();

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.manual();
        kraty = Kraty.create(
                PlayTestOptions.at(server.url(), FakeTiming.flowing()).build());
    }

    @AfterEach
    void stop() throws Exception {
        kraty.close();
        server.close();
    }

    static String score(int rank) {
        return score("p", rank);
    }

    static String score(String participant, int rank) {
        return "event: score_update\ndata: {\"leaderboardId\":\"b\",\"participantId\":\"" + participant
                + "\",\"score\":12.5,\"rank\":" + rank + "}\n\n";
    }

    /** Opens a stream that tells {@link #heard}, and begins the answer. */
    Exchange open() throws Exception {
        kraty.leaderboards().live(BOARD, heard);
        return server.next().events();
    }

    /** The next event of a stream without a listener, waited for. */
    static LeaderboardEvent await(LeaderboardStream stream) {
        LeaderboardEvent event = stream.poll(PATIENCE);
        if (event == null) {
            throw new AssertionError("nothing came");
        }
        return event;
    }
}
