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
            BOARD   | 1.10 | numbers of a row pass through their boxes; maps are smaller than hash tables
            LISTING | 1.10 | free-form numbers become longs, by way of a text
            RANGES  | 1.10 | so do the bounds of a range, which is kept as a map until it is known to be one
            GRANTS  | 1.12 | an amount is an object of its own, and contents may hold more than is described
            FRIENDS | 1.10 | a progression is read as text first, so that no large number is bent
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
