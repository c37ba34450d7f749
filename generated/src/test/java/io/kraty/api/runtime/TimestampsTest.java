package io.kraty.api.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form in which a timestamp has been seen, and what is none. */
class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00z, 2026-03-01T12:00:00Z",
        "2026-03-01t12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01 12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01 12:00:00, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00, 2026-03-01T12:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        // offsets
        "2026-03-01T12:00:00+00:00, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00+0000, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00+00, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00-00:00, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00+01:00, 2026-03-01T11:00:00Z",
        "2026-03-01T12:00:00-0130, 2026-03-01T13:30:00Z",
        "2026-03-01 12:00:00+05:45, 2026-03-01T06:15:00Z",
        "2026-03-01T12:00:00-18, 2026-03-02T06:00:00Z",
        "2026-03-01T12:00:00+01:00:30, 2026-03-01T10:59:30Z",
        "2026-03-01T12:00:00+01:00[Europe/Lisbon], 2026-03-01T11:00:00Z",
        // no seconds
        "2026-03-01T12:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00+01:00, 2026-03-01T11:00:00Z",
        "2026-03-01 12:00+01, 2026-03-01T11:00:00Z",
        // fractions
        "2026-03-01T12:00:00.5Z, 2026-03-01T12:00:00.500Z",
        "2026-03-01T12:00:00.000000001Z, 2026-03-01T12:00:00.000000001Z",
        "2026-03-01T12:00:00.9999999999999Z, 2026-03-01T12:00:00.999999999Z",
        "2026-03-01T12:00:00.1234567891234567891234+0100, 2026-03-01T11:00:00.123456789Z",
        "2026-03-01 12:00:00.123456, 2026-03-01T12:00:00.123456Z",
        "2026-03-01T12:00:00.Z, 2026-03-01T12:00:00Z",
        // leap seconds
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "2016-12-31T23:59:60+00:00, 2016-12-31T23:59:59Z",
        "2016-12-31T23:59:60.75+0000, 2016-12-31T23:59:59.750Z",
        "2016-12-31T23:59:60, 2016-12-31T23:59:59Z",
        "2017-01-01T00:59:60+01:00, 2016-12-31T23:59:59Z",
        "2016-12-31T23:59:60+01:00, 2016-12-31T22:59:59Z",
        // what java.time takes besides
        "2026-03-01T24:00:00Z, 2026-03-02T00:00:00Z",
        "2026-03-01T24:00:00z, 2026-03-02T00:00:00Z",
        "2026-12-31T23:59:60.5+01:00:00, 2026-12-31T22:59:59.500Z",
        "+12026-03-01T12:00:00Z, +12026-03-01T12:00:00Z",
        "-0001-03-01T12:00:00Z, -0001-03-01T12:00:00Z",
        "1883-11-18T12:03:58Z, 1883-11-18T12:03:58Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    })
    void aTimestampComesInManyForms(String text, Instant expected) {
        assertEquals(expected, Timestamps.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void anEmptyTextIsNone(String text) {
        assertNull(Timestamps.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "0",
                "1772366400",
                "12:00:00",
                "2026-03",
                "2026-3-1",
                "2026-03-01T",
                "2026-03-01T12",
                "2026-03-01T12Z",
                "2026-03-01T1200Z",
                "2026-03-01T12:0Z",
                "2026-03-01T12:00:0Z",
                "2026-03-01  12:00:00Z",
                "2026-03-01_12:00:00Z",
                "2026/03/01 12:00:00",
                "20260301T120000Z",
                "2026-02-30T00:00:00Z",
                "2025-02-29 00:00",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01T12:60:00Z",
                "2026-03-01T12:00:61Z",
                "2026-03-01T12:00:60Z",
                "2026-03-01T23:58:60+00:00",
                "2026-03-01T12:00:00+1",
                "2026-03-01T12:00:00+010",
                "2026-03-01T12:00:00+01:",
                "2026-03-01T12:00:00+01:60",
                "2026-03-01T12:00:00+19:00",
                "2026-03-01T12:00:00+99",
                "2026-03-01T12:00:00 +01:00",
                "2026-03-01T12:00:00UTC",
                "2026-03-01T12:00:00ZZ",
                "2026-03-01T12:00:00Z+01:00",
                "2026-03-01T12:00:00.5.5Z",
                "2026-03-01T12:00.5Z",
                "2026-03-01T12:00:00.-5Z",
                "2a26-03-01T12:00:00Z",
                "20 6-03-01T12:00:00Z",
                "٢٠٢٦-٠٣-٠١T١٢:٠٠:٠٠Z", // digits, but not of this alphabet
                "2026-03-01T12:00:00Z;",
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThrows(DateTimeException.class, () -> Timestamps.parse(text));
    }

    /** Ten thousand times in every form, seen with the eyes of java.time; the seed makes a failure come back. */
    @Test
    void whatJavaCanReadIsReadAsJavaDoes() {
        Random random = new Random(20260301);
        for (int i = 0; i < 10_000; i++) {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(2 * 18 * 60 + 1) - 18 * 60) * 60);
            int nano = random.nextBoolean() ? 0 : random.nextInt(1_000_000_000);
            LocalDateTime local =
                    LocalDateTime.ofEpochSecond(random.nextLong(-62_135_596_800L, 253_402_300_800L), nano, offset);
            OffsetDateTime time = local.atOffset(offset);
            Instant expected = time.toInstant();

            assertRead(expected, expected.toString());
            assertRead(expected, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
            assertRead(local.toInstant(ZoneOffset.UTC), DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local));

            String digits = String.format(Locale.ROOT, "%09d", nano).substring(0, 1 + random.nextInt(9));
            OffsetDateTime cut = time.withNano(Integer.parseInt((digits + "00000000").substring(0, 9)));
            for (String date : new String[] {"yyyy-MM-dd'T'", "yyyy-MM-dd't'", "yyyy-MM-dd' '"}) {
                for (String zone : new String[] {"xx", "xxx", "XX", "XXX"}) {
                    String form = date + "HH:mm:ss'." + digits + "'" + zone;
                    assertRead(
                            cut.toInstant(),
                            DateTimeFormatter.ofPattern(form, Locale.ROOT).format(time));
                    String short_ = date + "HH:mm" + zone;
                    assertRead(
                            time.withSecond(0).withNano(0).toInstant(),
                            DateTimeFormatter.ofPattern(short_, Locale.ROOT).format(time));
                }
            }
        }
    }

    private static void assertRead(Instant expected, String text) {
        assertEquals(expected, Timestamps.parse(text), text);
    }
}
