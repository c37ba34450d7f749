package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.api.model.InventoryReady;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.wire.Limits;
import org.junit.jupiter.api.Test;

class InventoryIdleTest extends InventoryStreamTest {
    @Test
    void silence_isALoss() throws Exception {
        Limits.grow(limit -> {
            HeardInventory heard = new HeardInventory();
            try (Kraty impatient = client(options -> options.streamIdleTimeout(limit))) {
                impatient.signIn("ann", "ps_of_ann");
                impatient.inventory().live(heard);
                server.next().events().chunk(READY);

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
