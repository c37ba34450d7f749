package io.kraty.benchmark.outage;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The long form: not a test, but what makes the picture and the rows of OUTAGE.md. */
class LongOutageTest {
    @Test
    @EnabledIfSystemProperty(named = "kraty.outage", matches = "true")
    void outage_with100_000Clients_isDrawn() throws IOException {
        Outage.main(new String[0]); // surefire works in the directory of the module
    }
}
