package io.kraty.sdk.polling;

import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantStatus;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the grant poller share: a player for whom nothing waits, and time that the test moves. */
abstract class GrantPollerTest {
    final KratySandbox sandbox = KratySandbox.start();
    final FakeTiming timing = FakeTiming.stepped();
    final List<List<Grant>> batches = new CopyOnWriteArrayList<>();
    final List<KratyException> errors = new CopyOnWriteArrayList<>();
    String player;
    Kraty kraty;
    private int before;

    @BeforeEach
    void start() {
        try (Kraty first =
                Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing()).build())) {
            player = first.ensureIdentity().externalPlayerId();
            while (first.grants().collectAll().processed() > 0) {
                // What every new player finds, and what is inside of it.
            }
        }
        before = sandbox.requests().size();
        kraty = open(new OkHttpClient());
    }

    Kraty open(OkHttpClient http) {
        return Kraty.create(PlayTestOptions.on(sandbox, timing)
                .activeExternalPlayerId(player)
                .playerSecret(sandbox.secretOf(player).orElseThrow())
                .retry(KratyRetryConfig.none())
                .httpClient(http)
                .build());
    }

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    GrantPoller poll() {
        return kraty.pollPendingGrants(PollPendingGrantsOptions.builder()
                .onBatch(batches::add)
                .onError(errors::add)
                .build());
    }

    void somethingWaits() {
        sandbox.grantCurrency(player, "gold", 1);
    }

    void nothingWaits() {
        sandbox.grantsOf(player).stream()
                .filter(grant -> grant.status().equals(GrantStatus.PENDING))
                .forEach(grant -> kraty.grants().claim(grant.id()));
    }

    /** What the next polls get, one after the other. */
    void trouble(Effect... effects) {
        sandbox.addTrouble(Trouble.on("listPendingGrants").script(effects).build());
    }

    List<RecordedRequest> polls() {
        List<RecordedRequest> all = sandbox.requests();
        return all.subList(before, all.size()).stream()
                .filter(request -> "listPendingGrants".equals(request.operation()))
                .toList();
    }
}
