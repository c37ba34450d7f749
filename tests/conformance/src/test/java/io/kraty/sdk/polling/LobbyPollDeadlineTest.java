package io.kraty.sdk.polling;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.live.PollLobbyOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Limits;
import io.kraty.sdk.wire.TinyServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LobbyPollDeadlineTest {
    /** With the real clock: the wait for the answer is what has to be cut. */
    @Test
    void platformThatNeverAnswers_doesNotHoldTheWaitBeyondItsTime() throws Exception {
        Limits.grow(limit -> {
            try (TinyServer silent = TinyServer.manual();
                    Kraty kraty = Kraty.create(KratyClientOptions.builder()
                            .apiKey("kraty_sdk_test.not-a-real-key")
                            .baseUrl(silent.url())
                            .secretStore(new InMemorySecretStore())
                            .timeout(Duration.ofMinutes(5))
                            .build())) {
                Background<KratyTimeoutException> waiting = Background.of(() -> assertThrows(
                        KratyTimeoutException.class,
                        () -> kraty.pollLobbyUntilActive(
                                "l1",
                                PollLobbyOptions.builder()
                                        .interval(Duration.ofMillis(50))
                                        .timeout(limit)
                                        .build())));
                waiting.result(); // within the bound of the test, far below the timeout of a call
                return !silent.requests().isEmpty();
            }
        });
    }
}
