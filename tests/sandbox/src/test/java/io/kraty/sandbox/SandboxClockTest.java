package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxClockTest extends SandboxTest {
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void untouchedClock_followsTheTimeOutside() {
        assertEquals(clock.instant(), now());
        clock.advance(Duration.ofSeconds(90));
        assertEquals(clock.instant(), now());
    }

    @Test
    void frozenClock_standsStill_untilResumed() {
        Instant then = now();
        sandbox.clock().freeze();
        assertTrue(sandbox.clock().isFrozen());
        clock.advance(Duration.ofHours(1));
        assertEquals(then, now());
        sandbox.clock().resume();
        assertFalse(sandbox.clock().isFrozen());
        assertEquals(then, now(), "the hour that was slept through does not come back");
        clock.advance(Duration.ofSeconds(1));
        assertEquals(then.plusSeconds(1), now());
    }

    @Test
    void freezing_canAlsoJump() {
        sandbox.clock().freezeAt(NEW_YEAR);
        clock.advance(Duration.ofHours(1));
        assertEquals(NEW_YEAR, now());
    }

    @Test
    void advancing_leavesAFrozenClockFrozen_andARunningOneRunning() {
        Instant then = now();
        sandbox.clock().advance(Duration.ofHours(2));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(then.plus(Duration.ofHours(2)).plusSeconds(1), now());
        sandbox.clock().freeze();
        sandbox.clock().advanceTo(NEW_YEAR);
        clock.advance(Duration.ofSeconds(1));
        assertEquals(NEW_YEAR, now());
    }

    @Test
    void speed_countsFromWhereItIsSet() {
        clock.advance(Duration.ofSeconds(10));
        Instant then = now();
        sandbox.clock().speed(60);
        clock.advance(Duration.ofSeconds(2));
        assertEquals(then.plusSeconds(120), now());
        sandbox.clock().speed(0.5);
        clock.advance(Duration.ofSeconds(2));
        assertEquals(then.plusSeconds(121), now());
        sandbox.clock().freeze();
        clock.advance(Duration.ofSeconds(2));
        assertEquals(then.plusSeconds(121), now());
    }

    @Test
    void whatTimeBrings_hasHappened_whenTheClockHasJumped() throws Exception {
        TestPlayer ana = api.register("ana");
        Reply start = ana.start("coin_rush").expect(201);
        try (Sse stream = api.stream(start.text("data.leaderboardId"))) {
            assertEquals("ready", stream.nextName());
            sandbox.clock().advance(Duration.ofHours(2));
            assertEquals("finalized", stream.nextName(), "nobody asked for anything since");
            assertEquals("closed", stream.nextName());
        }
    }

    @Test
    void sandbox_startsWhenItIsTold_andAsItIsTold() {
        restart(KratySandbox.builder().startAt(NEW_YEAR).frozen(true).speed(10));
        clock.advance(Duration.ofHours(1));
        assertEquals(NEW_YEAR, now());
        sandbox.clock().resume();
        clock.advance(Duration.ofSeconds(1));
        assertEquals(NEW_YEAR.plusSeconds(10), now());
        assertEquals(10, sandbox.clock().speed());
    }

    @Test
    void past_isOver() {
        Instant then = now();
        String message = assertThrows(
                        IllegalArgumentException.class, () -> sandbox.clock().freezeAt(then.minusMillis(1)))
                .getMessage();
        assertTrue(message.contains(then.toString()), message);
        assertThrows(IllegalArgumentException.class, () -> sandbox.clock().advanceTo(then.minusMillis(1)));
        assertThrows(IllegalArgumentException.class, () -> sandbox.clock().advance(Duration.ofMillis(-1)));
        assertEquals(then, now());
        assertFalse(sandbox.clock().isFrozen());
    }

    @Test
    void time_endsWithTheYear9999() {
        Instant last = Instant.parse("9999-12-31T23:59:59.999Z");
        restart(KratySandbox.builder().startAt(last.minusSeconds(9)));
        Instant then = now();
        for (Instant beyond : List.of(last.plusMillis(1), Instant.MAX)) {
            assertThrows(IllegalArgumentException.class, () -> sandbox.clock().advanceTo(beyond));
            assertThrows(IllegalArgumentException.class, () -> sandbox.clock().freezeAt(beyond));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> KratySandbox.builder().startAt(beyond).start());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> KratySandbox.builder().startAt(Instant.MIN).start());
        assertThrows(IllegalArgumentException.class, () -> sandbox.clock().advance(Duration.ofSeconds(Long.MAX_VALUE)));
        assertEquals(then, now());
        sandbox.clock().advanceTo(last);
        assertEquals(last, now());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(last, now(), "there is no more");
        assertThrows(IllegalArgumentException.class, () -> sandbox.clock().advance(Duration.ofMillis(1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleSpeed_isRefused(double speed) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> sandbox.clock().speed(speed))
                .getMessage();
        assertTrue(message.contains(Double.toString(speed)), message);
        assertThrows(
                IllegalArgumentException.class,
                () -> KratySandbox.builder().speed(speed).start());
    }

    @Test
    void otherZone_readsTheSameTime() {
        sandbox.clock().freezeAt(NEW_YEAR);
        ZoneId lisbon = ZoneId.of("Europe/Lisbon");
        assertEquals(NEW_YEAR, sandbox.clock().withZone(lisbon).instant());
        assertEquals(lisbon, sandbox.clock().withZone(lisbon).getZone());
    }

    /** What the server says. */
    private Instant now() {
        Instant told = Instant.ofEpochMilli(api.get("time").expect(200).number("data.epochMs"));
        assertEquals(told, sandbox.clock().instant());
        return told;
    }
}
