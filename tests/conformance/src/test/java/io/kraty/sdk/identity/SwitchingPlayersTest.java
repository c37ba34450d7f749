package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.Background;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SwitchingPlayersTest {
    private static final int CALLS = 200;

    @Test
    void pathAndSecret_belongTogetherWhileThePlayerIsSwitched() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (KratySandbox sandbox = KratySandbox.start();
                Kraty kraty = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                        .retry(KratyRetryConfig.builder().attempts(10).build())
                        .build())) {
            String secretOfA = sandbox.register("a");
            String secretOfB = sandbox.register("b");
            // Every third attempt fails, so that the switch also falls between an attempt and its repetition.
            sandbox.addTrouble(Trouble.on("listInventory")
                    .times(Integer.MAX_VALUE)
                    .script(Effect.pass(), Effect.pass(), Effect.error(503, "internal_error"))
                    .build());
            kraty.signIn("a", secretOfA);
            Background<Void> switching = Background.of(() -> {
                for (int i = 0; !done.get(); i++) {
                    if (i % 2 == 0) {
                        kraty.signIn("b", secretOfB);
                    } else {
                        kraty.signIn("a", secretOfA);
                    }
                }
                return null;
            });
            for (int i = 0; i < CALLS; i++) {
                kraty.inventory().list(); // with the secret of another player, it would be refused
            }
            done.set(true);
            switching.result();

            List<RecordedRequest> carriedOut = sandbox.requests().stream()
                    .filter(RecordedRequest::processed)
                    .toList();
            assertEquals(CALLS, carriedOut.size());
            assertEquals(
                    Set.of(200),
                    carriedOut.stream().map(RecordedRequest::status).collect(Collectors.toSet()));
            assertEquals(
                    Set.of("a", "b"),
                    carriedOut.stream().map(RecordedRequest::externalPlayerId).collect(Collectors.toSet()),
                    "both players were seen");
            assertEquals((CALLS - 1) / 2, sandbox.requests().size() - CALLS, "every third attempt failed");
        }
    }
}
