package io.kraty.benchmark.speed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many bytes it may take to read an answer, in relation to the leanest reader by hand over the same bytes. No times: those
 * are for the benchmarks. Each budget is some hundredths above what was measured, on JDK 17 and 25, and has its reason beside it.
 */
class AllocationBudgetTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BOARD   | 0.46 | the reader over bytes makes no characters and no names; the reader by hand does both
            LISTING | 0.54 | what is free-form is kept as maps
            RANGES  | 0.56 | so are the bounds of a range, until it is known to be one
            GRANTS  | 0.56 | an amount is an object of its own, and contents may hold more than is described
            FRIENDS | 0.49 | a timestamp is a text first
            """)
    void anAnswerIsReadWithinItsBudget(Payload payload, double budget, String reason) throws Exception {
        Readers readers = Readers.of(payload);
        double ratio = (double) Allocation.of(readers::sdk) / Allocation.of(readers::byHand);
        assertTrue(
                ratio <= budget,
                () -> payload + " takes " + ratio + " of the bytes, more than " + budget + ": " + reason);
    }

    /** What goes out. 0.91 when all of it is compiled, and up to 0.96 on a machine that is too busy to. */
    @Test
    void aReportOfProgressIsWrittenWithinItsBudget() throws Exception {
        Writers writers = new Writers();
        double ratio = (double) Allocation.of(writers::sdk) / Allocation.of(writers::gson);
        assertTrue(ratio <= 1.0, () -> "takes " + ratio + " of the bytes of plain Gson");
    }
}
