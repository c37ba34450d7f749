package io.kraty.sdk.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantIntervalsTest extends GrantPollerTest {
    private List<Double> intervals(int count) throws InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seconds.add(timing.awaitSleep().toMillis() / 1000.0);
            timing.wake();
        }
        return seconds;
    }

    @Test
    void growWhileNothingWaits_upToTheLongest() throws Exception {
        somethingWaits();
        poll();
        assertEquals(2.0, timing.awaitSleep().toMillis() / 1000.0);
        nothingWaits();
        timing.wake();

        assertEquals(List.of(3.0, 4.5, 6.75, 10.125, 15.187, 22.781, 30.0, 30.0), intervals(8));
    }

    @Test
    void snapBackAsSoonAsSomethingWaits() throws Exception {
        poll();
        intervals(4);
        timing.awaitSleep();
        somethingWaits();
        timing.wake();
        assertEquals(Duration.ofSeconds(2), timing.awaitSleep());
    }

    @Test
    void growAfterAFailureToo() throws Exception {
        trouble(Effect.status(503));
        poll();
        assertEquals(List.of(3.0, 4.5), intervals(2));
    }

    @Test
    void ownSettings_areUsed() throws Exception {
        kraty.pollPendingGrants(PollPendingGrantsOptions.builder()
                .start(Duration.ofSeconds(1))
                .grow(3)
                .max(Duration.ofSeconds(5))
                .build());
        assertEquals(List.of(3.0, 5.0, 5.0), intervals(3));
    }

    @Test
    void varyByUpToATenth() throws Exception {
        somethingWaits();
        timing.random(0);
        try (GrantPoller poller = poll()) {
            assertEquals(1.8, timing.awaitSleep().toMillis() / 1000.0);
            timing.random(Math.nextDown(1.0));
            timing.wake();
            Duration longest = timing.awaitSleep();
            assertTrue(poller.isRunning());
            assertTrue(longest.compareTo(Duration.ofMillis(2200)) <= 0, longest.toString());
            assertTrue(longest.compareTo(Duration.ofMillis(2199)) >= 0, longest.toString());
        }
    }
}
