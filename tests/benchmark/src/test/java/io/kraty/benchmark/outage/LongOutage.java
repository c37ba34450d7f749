package io.kraty.benchmark.outage;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The long form: what makes the picture and the rows of OUTAGE.md. Called so that no build runs it unless it is named. */
class LongOutage {
    @Test
    @Timeout(3600)
    void outage_with100_000Clients_isDrawn() throws IOException {
        Outage.main(new String[0]); // surefire works in the directory of the module
    }
}
