package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.wire.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashSafetyTest {
    @TempDir
    Path directory;

    @Test
    void processKilledBetweenRegistrationAndStore_resumesTheSamePlayer() throws Exception {
        Path file = directory.resolve("player.json");
        try (KratySandbox sandbox = KratySandbox.start()) {
            for (int launch = 0; launch < 2; launch++) { // killed twice, for good measure
                ChildJvm child =
                        ChildJvm.run(CrashingChild.class, sandbox.apiKey(), sandbox.baseUrl(), file.toString());
                assertEquals(CrashingChild.KILLED, child.exitCode());
            }
            String lost = sandbox.players().get(0);
            assertFalse(Files.readString(file).contains(sandbox.secretOf(lost).orElseThrow()), "the secret was lost");

            try (Kraty kraty = Kraty.create(KratyClientOptions.builder()
                    .apiKey(sandbox.apiKey())
                    .baseUrl(sandbox.baseUrl())
                    .timeout(Duration.ofSeconds(40))
                    .secretStore(new FileSecretStore(file))
                    .build())) {
                PlayerCredentials resumed = kraty.ensureIdentity();

                assertEquals(lost, resumed.externalPlayerId());
                kraty.inventory().list(); // with a secret that works
            }
            assertEquals(List.of(lost), sandbox.players());
            List<String> keys = sandbox.requests().stream()
                    .filter(request -> request.path().endsWith("/register"))
                    .map(RecordedRequest::idempotencyKey)
                    .toList();
            assertEquals(3, keys.size());
            assertEquals(1, keys.stream().distinct().count());
            assertFalse(Files.readString(file).contains(keys.get(0)), "the finished registration is forgotten");
        }
    }
}
