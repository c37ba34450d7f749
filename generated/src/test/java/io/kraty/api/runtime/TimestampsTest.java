package io.kraty.api.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

    /** Whatever the shortcut takes for itself, value or fault, the reader of all forms would have said the same. */
    @Test
    void theShortcutForThePlatformsFormsChangesNothing() {
        Random random = new Random(20260902);
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L));
            String text = (random.nextBoolean() ? instant : instant.truncatedTo(ChronoUnit.SECONDS)).toString();
            for (String each : new String[] {text, damaged(text, random), numbers(random)}) {
                taken += PlatformTimestamp.parse(each) == null ? 0 : 1;
                assertEquals(outcome(each, Timestamps::parseAny), outcome(each, Timestamps::parse), each);
            }
        }
        assertTrue(taken > 20_000, "it took only " + taken + " of them");
    }

    @Test
    void theShortcutTakesEveryDayThereIsAndNoOther() {
        IntStream years = IntStream.of(1, 3, 4, 99, 100, 101, 399, 400, 401, 1600, 1700, 9996, 9999);
        for (int year :
                IntStream.concat(years, IntStream.rangeClosed(1896, 2104)).toArray()) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    String text = String.format(Locale.ROOT, "%04d-%02d-%02dT00:00:00Z", year, month, day);
                    Instant instant = PlatformTimestamp.parse(text);
                    boolean exists = month >= 1
                            && month <= 12
                            && day >= 1
                            && day <= YearMonth.of(year, month).lengthOfMonth();
                    assertEquals(exists ? LocalDate.of(year, month, day).toEpochDay() : null, days(instant), text);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "2026-03-01T24:00:00.000Z",
                "2026-03-01T23:59:60.000Z",
                "2026-03-01T23:60:00Z",
                "2026-03-01T12:00:00+0Z",
                "2026-03-01T12:00:00.00Z",
                "2026-03-01 12:00:00Z"
            })
    void whatNeedsACloserLookIsLeftToTheOther(String text) {
        assertNull(PlatformTimestamp.parse(text));
    }

    private static @Nullable Long days(@Nullable Instant instant) {
        return instant == null
                ? null
                : Math.floorDiv(instant.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }

    private static String damaged(String text, Random random) {
        String characters = "0123456789-:.TtZz+ ;٣";
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(damaged.length());
            char c = characters.charAt(random.nextInt(characters.length()));
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, c);
                case 1 -> damaged.insert(at, c);
                default -> damaged.deleteCharAt(at);
            }
        }
        return damaged.toString();
    }

    /** Of the right form, and mostly no time. */
    private static String numbers(Random random) {
        StringBuilder text =
                new StringBuilder(random.nextBoolean() ? "0000-00-00T00:00:00.000Z" : "0000-00-00T00:00:00Z");
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '0') {
                text.setCharAt(i, (char) ('0' + (random.nextInt(3) == 0 ? random.nextInt(10) : random.nextInt(3))));
            }
        }
        return text.toString();
    }

    private static String outcome(String text, Function<String, @Nullable Instant> parser) {
        try {
            return String.valueOf(parser.apply(text));
        } catch (DateTimeException e) {
            return e.toString();
        }
    }

    private static void assertRead(Instant expected, String text) {
        assertEquals(expected, Timestamps.parse(text), text);
    }
}
