package io.kraty.sdk.concurrent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.wire.ChildJvm;
import org.junit.jupiter.api.Test;

/** The first instance of a process makes nobody wait for what is loaded for it. */
class WarmUpTest {
    @Test
    void httpClient_isMadeBesideWhoMakesTheInstance() throws Exception {
        String maker = ChildJvm.shortLived(WarmUpChild.class).line();

        assertTrue(maker.startsWith("kraty-warm-up"), maker);
    }
}
