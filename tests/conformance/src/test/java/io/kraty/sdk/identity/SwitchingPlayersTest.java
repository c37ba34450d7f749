package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyRetryConfig;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.Received;
import io.kraty.sdk.wire.TinyServer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SwitchingPlayersTest {
    @Test
    void pathAndSecret_belongTogetherWhileThePlayerIsSwitched() throws Exception {
        AtomicInteger count = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        try (TinyServer server = TinyServer.answering(exchange -> {
                    // Every third attempt fails, so that the switch also falls between an attempt and its repetition.
                    if (count.incrementAndGet() % 3 == 0) {
                        exchange.error(503, "internal_error");
                    } else {
                        ScriptedRegistrations.emptyInventory(exchange);
                    }
                });
                Kraty kraty = Kraty.create(PlayTestOptions.at(server.url(), FakeTiming.flowing())
                        .retry(KratyRetryConfig.builder().attempts(10).build())
                        .build())) {
            kraty.signIn("a", "ps_a");
            Background<Void> switching = Background.of(() -> {
                for (int i = 0; !done.get(); i++) {
                    String player = i % 2 == 0 ? "b" : "a";
                    kraty.signIn(player, "ps_" + player);
                }
                return null;
            });
            for (int i = 0; i < 200; i++) {
                kraty.inventory().list();
            }
            done.set(true);
            switching.result();

            for (Received request : server.requests()) {
                assertEquals(ScriptedRegistrations.secretOf(request.player()), request.header("X-Player-Secret"));
            }
            assertTrue(server.requests("/players/a/").size() > 0, "both players were seen");
            assertTrue(server.requests("/players/b/").size() > 0, "both players were seen");
        }
    }
}
