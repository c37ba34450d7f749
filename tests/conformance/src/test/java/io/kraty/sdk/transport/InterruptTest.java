package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.TlsServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A blocking call answers an interrupt wherever it is. Each of these hangs, and is ended by the bound, if it does not. */
@Timeout(120)
class InterruptTest {
    private static final Duration FOR_EVER = Duration.ofHours(1);

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @ParameterizedTest
    @EnumSource
    void call_interrupted_throwsKeepsTheFlagAndSendsNothingMore(Stage stage) throws Exception {
        FakeTiming timing = FakeTiming.flowing();
        try (TlsServer server = stage.server();
                Stage.Held held = stage.hold(server);
                Kraty kraty = Kraty.create(TestOptions.signedIn(held.url(), timing)
                        .httpClient(held.client())
                        .timeout(FOR_EVER)
                        .build())) {
            Background<Boolean> caller = Background.of(() -> {
                KratyNetworkException e = assertThrows(
                        KratyNetworkException.class, () -> kraty.wallet().list());
                assertEquals(1, e.attempts());
                assertTrue(e.getMessage().contains("interrupted"), e.getMessage());
                return Thread.currentThread().isInterrupted();
            });
            held.await();
            caller.thread().interrupt();

            assertTrue(caller.result());
            assertEquals(List.of(), timing.sleeps());
            assertEquals(stage.isSent() ? 1 : 0, server.requests());
            assertEquals(0, kraty.wallet().list().size(), "the next call finds a connection that works");
        }
    }

    @Test
    void call_onAnInterruptedThread_isNotSent() throws Exception {
        Kraty kraty = platform.client();
        Background<Boolean> caller = Background.of(() -> {
            Thread.currentThread().interrupt();
            assertThrows(KratyNetworkException.class, () -> kraty.wallet().list());
            return Thread.currentThread().isInterrupted();
        });

        assertTrue(caller.result());
        assertEquals(0, platform.sent().size());
    }
}
