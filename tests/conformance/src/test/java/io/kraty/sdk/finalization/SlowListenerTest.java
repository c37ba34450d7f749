package io.kraty.sdk.finalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.live.FinalizationListener;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Warnings;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener that takes its time delays nothing but what it is told itself. */
@Timeout(120)
class SlowListenerTest {
    /** Blocks in each call until it is let go. */
    private static final class Slow implements FinalizationListener {
        private final CountDownLatch called = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final HeardResults heard = new HeardResults();
        private final boolean takes;

        private Slow(boolean takes) {
            this.takes = takes;
        }

        @Override
        public void onFinalized(FinalizationResult result) {
            heard.onFinalized(result);
            called.countDown();
            try {
                go.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!takes) {
                throw new IllegalStateException("not now");
            }
        }
    }

    private final Device device = new Device();
    private final Slow slow = new Slow(true);
    private final HeardResults heard = new HeardResults();

    @AfterEach
    void stop() {
        slow.go.countDown();
        device.close();
    }

    private Kraty launch(boolean isWithExecutor) {
        KratyClientOptions.Builder options = device.options();
        if (isWithExecutor) {
            options.callbackExecutor(task -> {
                Thread thread = new Thread(task, "game");
                thread.setDaemon(true);
                thread.start();
            });
        }
        return device.launch(options);
    }

    private void end(Kraty kraty, String event) {
        device.sandbox.finalizeBoard(kraty.events().start(event).leaderboardId());
    }

    private boolean isReported() {
        return device.memberships.content().toString().contains("reported");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void slowListener_delaysNoOther(boolean isWithExecutor) throws Exception {
        Kraty kraty = launch(isWithExecutor);
        HeardResults before = new HeardResults();
        kraty.onFinalized(before);
        kraty.onFinalized(slow);
        kraty.onFinalized(heard);
        end(kraty, "coin_rush");
        Background.of(kraty::checkFinalizations);
        assertEquals("coin_rush", before.only().eventKey());
        assertEquals("coin_rush", heard.only().eventKey());
        assertTrue(slow.called.await(60, TimeUnit.SECONDS));
        Await.until("it is kept that one of them took it", this::isReported);

        end(kraty, "endless_run");
        assertEquals(1, Background.of(kraty::checkFinalizations).result().size());
        Await.until("the next is told", () -> heard.all().size() == 2);
        assertEquals(1, slow.heard.all().size());
        slow.go.countDown();
        Await.until("the slow one hears it, too", () -> slow.heard.all().size() == 2);
        Await.until("so does the first", () -> before.all().size() == 2);
        assertEquals(2, heard.all().size());
    }

    @Test
    void listenerThatComesMeanwhile_getsWhatNobodyTookYet() throws Exception {
        Kraty kraty = launch(false);
        kraty.onFinalized(slow);
        end(kraty, "coin_rush");
        Background<List<FinalizationResult>> check = Background.of(kraty::checkFinalizations);
        assertTrue(slow.called.await(60, TimeUnit.SECONDS));
        end(kraty, "endless_run");
        assertEquals(1, Background.of(kraty::checkFinalizations).result().size());
        assertFalse(isReported());

        kraty.onFinalized(heard);
        Await.until("both are told", () -> heard.all().size() == 2);
        Await.until(
                "it is kept that they are taken",
                () -> !device.memberships.content().toString().contains("standings"));
        assertEquals(List.of(), kraty.checkFinalizations());
        slow.go.countDown();
        check.result();
        assertEquals(2, heard.all().size());
    }

    @Test
    void resultThatComesToNothing_comesAgainOnlyAfterTheLastHasThrown() throws Exception {
        Slow refusing = new Slow(false);
        Kraty kraty = launch(true);
        try (Warnings warnings = Warnings.of("io.kraty.sdk.finalization")) {
            kraty.onFinalized(result -> {
                throw new IllegalStateException("not now");
            });
            Runnable removal = kraty.onFinalized(refusing);
            end(kraty, "coin_rush");
            assertEquals(1, kraty.checkFinalizations().size());
            assertTrue(refusing.called.await(60, TimeUnit.SECONDS));
            Await.until("one has thrown", () -> warnings.texts().size() == 1);
            assertEquals(List.of(), kraty.checkFinalizations(), "it is still under way");

            refusing.go.countDown();
            Await.until("both have thrown", () -> warnings.texts().size() == 2);
            removal.run();
            Await.until("it comes again", () -> !kraty.checkFinalizations().isEmpty());
            assertEquals(1, refusing.heard.all().size());
        }
        assertFalse(isReported());
    }
}
