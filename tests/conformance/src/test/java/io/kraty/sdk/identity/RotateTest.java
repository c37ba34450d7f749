package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.kraty.api.model.PlayerRegistration;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.PlayerCredentials;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RotateTest {
    private final KratySandbox sandbox = KratySandbox.start();
    private final ListedStore store = new ListedStore();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Kraty open() {
        return Kraty.create(KratyClientOptions.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .timeout(Duration.ofSeconds(40))
                .secretStore(store)
                .build());
    }

    @Test
    void rotatingTheActivePlayer_goesOnWithTheNewSecretAndKeepsIt() {
        String player;
        try (Kraty kraty = open()) {
            PlayerCredentials before = kraty.ensureIdentity();
            player = before.externalPlayerId();
            PlayerRegistration rotated = kraty.players().rotate(player);

            assertNotEquals(before.secret(), rotated.secret());
            assertEquals(new PlayerCredentials(player, rotated.secret()), kraty.ensureIdentity());
            kraty.inventory().list(); // would be refused with the old secret
        }
        try (Kraty kraty = open()) {
            kraty.inventory().list();
            assertEquals(player, kraty.activeExternalPlayerId().orElseThrow());
        }
    }

    @Test
    void rotatingAnotherPlayer_leavesTheActiveOneAlone() {
        try (Kraty kraty = open()) {
            PlayerCredentials active = kraty.ensureIdentity();
            kraty.players().register("bob");
            kraty.players().rotate("bob");

            assertEquals(active, kraty.ensureIdentity());
            assertEquals(active.externalPlayerId(), store.activePlayer());
        }
    }
}
