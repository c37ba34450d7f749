package io.kraty.sdk.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.live.BackgroundTask;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** How pollers and heartbeats end when the SDK does: as something that was closed, and never without a word. */
class EndTest {
    private final KratySandbox sandbox = KratySandbox.start();
    private final FakeTiming timing = FakeTiming.byHand();
    private final Kraty kraty = Kraty.create(PlayTestOptions.on(sandbox, timing).build());

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private BackgroundTask poll() {
        return kraty.pollPendingGrants(PollPendingGrantsOptions.builder().build());
    }

    @Test
    void stepsAfterIt_areTaken_alsoAtTheEndOfEverything() throws Exception {
        kraty.ensureIdentity();
        List<CompletableFuture<Void>> steps = new ArrayList<>();
        List<BackgroundTask> pollers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            pollers.add(poll());
        }
        pollers.forEach(poller -> steps.add(poller.completion().thenRunAsync(() -> {})));
        kraty.close();
        pollers.forEach(poller -> steps.add(poller.completion().thenRunAsync(() -> {})));

        for (CompletableFuture<Void> step : steps) {
            Await.result(step);
        }
    }

    /** Those whose next step begins at the very moment that everything ends. */
    @RepeatedTest(20)
    void endOfEverything_isNoFailure() throws Exception {
        kraty.ensureIdentity();
        List<BackgroundTask> pollers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            pollers.add(poll());
        }
        Await.until("all wait for their next", () -> timing.sleeps().size() >= 50);
        timing.advance(Duration.ofHours(1));
        kraty.close();

        for (BackgroundTask poller : pollers) {
            Await.result(poller.completion());
            assertFalse(poller.isRunning());
            assertEquals(Optional.empty(), poller.failure());
        }
    }
}
