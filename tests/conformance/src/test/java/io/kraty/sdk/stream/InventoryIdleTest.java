package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.api.model.InventoryReady;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.wire.Limits;
import io.kraty.sdk.wire.TinyServer;
import org.junit.jupiter.api.Test;

class InventoryIdleTest {
    @Test
    void silence_isALoss() throws Exception {
        Limits.grow(limit -> {
            HeardInventory heard = new HeardInventory();
            try (TinyServer silent = TinyServer.answering(exchange ->
                            exchange.events().chunk(InventoryStreamTest.READY).awaitDisconnect());
                    Kraty kraty = Kraty.create(PlayTestOptions.at(silent.url(), FakeTiming.flowing())
                            .streamIdleTimeout(limit)
                            .build())) {
                kraty.signIn("ann", "ps_of_ann");
                kraty.inventory().live(heard);

                if (!(heard.next() instanceof InventoryReady)) {
                    return false; // silent for too long before the first event
                }
                heard.next(KratyNetworkException.class);
                assertEquals(HeardEvents.END, heard.next());
                return true;
            }
        });
    }
}
