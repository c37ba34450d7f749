package io.kraty.sdk.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.wire.Warnings;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantBatchesTest extends GrantPollerTest {
    @Test
    void everyListIsDelivered_theEmptyOnesToo() throws Exception {
        poll();
        timing.awaitSleep();
        somethingWaits();
        timing.wake();
        timing.awaitSleep();
        nothingWaits();
        timing.wake();
        timing.awaitSleep();

        assertEquals(List.of(0, 1, 0), batches.stream().map(List::size).toList());
        assertEquals(List.of(), errors);
    }

    @Test
    void listenerThatThrows_isLoggedAndAskedAgain() throws Exception {
        somethingWaits();
        try (Warnings warnings = Warnings.of("io.kraty.sdk.callback")) {
            GrantPoller poller = kraty.pollPendingGrants(PollPendingGrantsOptions.builder()
                    .onBatch(batch -> {
                        batches.add(batch);
                        throw new IllegalStateException("a bug in the game");
                    })
                    .build());
            timing.awaitSleep();
            timing.wake();
            timing.awaitSleep();

            assertEquals(2, batches.size());
            assertTrue(poller.isRunning());
            assertTrue(poller.failure().isEmpty());
            assertEquals(2, warnings.texts().size());
        }
    }

    @Test
    void requests_areAboutTheActivePlayer() throws Exception {
        poll();
        timing.awaitSleep();
        assertEquals(
                "/sdk/v1/players/" + player + "/pending-grants", polls().get(0).path());
        assertEquals(200, polls().get(0).status(), "without the player's secret it would be refused");
    }
}
