package io.kraty.sdk.polling;

import io.kraty.api.model.Grant;
import io.kraty.sdk.GrantPoller;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyException;
import io.kraty.sdk.KratyRetryConfig;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.PollPendingGrantsOptions;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.TinyServer;
import io.kraty.sdk.wire.TinyServer.Handler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the grant poller share: time that stands still until the test moves it. */
abstract class GrantPollerTest {
    static final Handler NOTHING = exchange -> exchange.json(200, "{\"data\":[]}");
    static final Handler SOMETHING = exchange -> exchange.json(
            200,
            "{\"data\":[{\"id\":\"g1\",\"kind\":\"reward\",\"contents\":{\"entries\":[]},\"sourceKind\":\"event\","
                    + "\"status\":\"pending\",\"createdAt\":\"2026-01-01T00:00:00Z\"}]}");

    final FakeTiming timing = FakeTiming.stepped();
    final AtomicReference<Handler> answer = new AtomicReference<>(NOTHING);
    final List<List<Grant>> batches = new CopyOnWriteArrayList<>();
    final List<KratyException> errors = new CopyOnWriteArrayList<>();
    TinyServer server;
    Kraty kraty;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.answering(exchange -> answer.get().handle(exchange));
        kraty = Kraty.create(PlayTestOptions.at(server.url(), timing)
                .activeExternalPlayerId("ann")
                .playerSecret("ps_of_ann")
                .retry(KratyRetryConfig.none())
                .build());
    }

    @AfterEach
    void stop() throws Exception {
        kraty.close();
        server.close();
    }

    GrantPoller poll() {
        return kraty.pollPendingGrants(PollPendingGrantsOptions.builder()
                .onBatch(batches::add)
                .onError(errors::add)
                .build());
    }
}
