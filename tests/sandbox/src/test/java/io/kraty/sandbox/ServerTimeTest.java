package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTimeTest extends SandboxTest {
    @Test
    void time_isThatOfTheSandboxsClock() {
        clock.advance(Duration.ofMillis(1234));
        Reply reply = api.get("time").expect(200);
        assertEquals(clock.instant().toEpochMilli(), reply.number("data.epochMs"));
        assertEquals("2026-09-02T12:00:01.234Z", reply.text("data.iso"));
        assertEquals("UTC", reply.text("data.timezone"));
        assertEquals(0, reply.number("data.offsetMinutes"));
        assertEquals("2026-09-02T12:00:01", reply.text("data.local"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Lisbon, 60, 2026-09-02T13:00:00",
        "Asia/Kathmandu, 345, 2026-09-02T17:45:00",
        "America/St_Johns, -150, 2026-09-02T09:30:00",
        "Pacific/Kiritimati, 840, 2026-09-03T02:00:00"
    })
    void zone_changesTheWallClockOnly(String zone, int offset, String local) {
        Reply reply = api.get("time?timezone=" + zone.replace("/", "%2F")).expect(200);
        assertEquals(clock.instant().toEpochMilli(), reply.number("data.epochMs"));
        assertEquals(zone, reply.text("data.timezone"));
        assertEquals(offset, reply.number("data.offsetMinutes"));
        assertEquals(local, reply.text("data.local"));
    }

    @Test
    void offset_isThatOfTheSeason() {
        clock.advance(Duration.ofDays(100));
        assertEquals(0, api.get("time?timezone=Europe/Lisbon").number("data.offsetMinutes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Europe/Atlantis", "%2B01:00", "europe/lisbon", "../etc/passwd"})
    void unknownZone_isRefused(String zone) {
        api.get("time?timezone=" + zone).expectError(400, "validation_failed");
    }
}
