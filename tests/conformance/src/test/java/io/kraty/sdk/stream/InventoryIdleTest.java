package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.api.model.InventoryReady;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.KratyNetworkException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InventoryIdleTest extends InventoryStreamTest {
    @Override
    KratyClientOptions.Builder configure(KratyClientOptions.Builder options) {
        return options.streamIdleTimeout(Duration.ofMillis(400));
    }

    @Test
    void silence_isALoss() throws Exception {
        open().chunk(READY);

        heard.next(InventoryReady.class);
        heard.next(KratyNetworkException.class);
        assertEquals(HeardEvents.END, heard.next());
    }
}
