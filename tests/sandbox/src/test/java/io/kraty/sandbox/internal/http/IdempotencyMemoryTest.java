package io.kraty.sandbox.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What remembering costs. Through sockets, it would take minutes to get that far. */
class IdempotencyMemoryTest {
    private static final int MANY = 60_000;
    private static final int MOST = 50_000;

    private final CountingClock clock = new CountingClock();
    private final Idempotency idempotency = new Idempotency(clock);
    private final AtomicInteger effects = new AtomicInteger();

    /** A write that walked through all that is remembered made a sandbox of some hours crawl. */
    @Test
    void aWrite_doesNotLookAtAllThatIsRemembered() {
        writeMany();

        int before = clock.reads.get();
        write("one more");

        assertTrue(clock.reads.get() - before < 10, clock.reads.get() - before + " looks at the clock");
    }

    @Test
    void tooManyOutcomes_leaveTheLatest() {
        writeMany();

        effects.set(0);
        for (int i = MANY - MOST + 1; i < MANY; i++) {
            write("key " + i);
        }
        assertEquals(0, effects.get(), "replayed");
        write("key 0");
        assertEquals(1, effects.get(), "forgotten");
    }

    @Test
    void anOutcomeThatIsForgotten_isForgottenOnce() {
        write("key");
        clock.now = clock.now.plus(Duration.ofHours(24));
        write("key");
        assertEquals(2, effects.get());
        clock.now = clock.now.plus(Duration.ofHours(23));
        write("another");
        write("key");
        assertEquals(3, effects.get(), "the second outcome lasts for a day of its own");
    }

    private void writeMany() {
        for (int i = 0; i < MANY; i++) {
            write("key " + i);
        }
    }

    private void write(String key) {
        idempotency.once(
                new Idempotency.Key("ana", Operation.DEBIT_WALLET, key),
                new Idempotency.Content("/", new JsonObject()),
                () -> {
                    effects.incrementAndGet();
                    return new Answer(200, "{}", "{}", false);
                });
    }

    private static final class CountingClock extends Clock {
        private final AtomicInteger reads = new AtomicInteger();
        private Instant now = Instant.parse("2026-09-01T12:00:00Z");

        @Override
        public Instant instant() {
            reads.incrementAndGet();
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
