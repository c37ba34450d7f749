package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.StuckSockets;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InterruptTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @Test
    void call_interruptedWhileConnecting_throwsAtOnceAndKeepsTheFlag() throws Exception {
        try (StuckSockets sockets = new StuckSockets()) {
            Kraty kraty = platform.client(platform.signedIn()
                    .httpClient(
                            new OkHttpClient.Builder().socketFactory(sockets).build()));
            Background<Boolean> caller = Background.of(() -> {
                KratyNetworkException e = assertThrows(
                        KratyNetworkException.class, () -> kraty.wallet().list());
                assertEquals(1, e.attempts());
                return Thread.currentThread().isInterrupted();
            });
            sockets.awaitConnecting();
            caller.thread().interrupt();

            assertTrue(caller.result());
            assertEquals(List.of(), platform.timing().sleeps());
        }
    }
}
