package io.kraty.sandbox.internal.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.kraty.api.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What remembering costs. Through sockets, it would take minutes to get that far. */
class IdempotencyCostTest {
    private static final int MANY = 60_000;

    private final CountingClock clock = new CountingClock();
    private final Idempotency idempotency = new Idempotency(clock, 200_000);

    /** A write that walked through all that is remembered made a sandbox of some hours crawl. */
    @Test
    void aWrite_doesNotLookAtAllThatIsRemembered() {
        writeMany();

        int before = clock.reads.get();
        write("one more");

        assertTrue(clock.reads.get() - before < 10, clock.reads.get() - before + " looks at the clock");
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
                () -> new Answer(200, Map.of(), "{}", "{}", false));
    }

    private static final class CountingClock extends Clock {
        private final AtomicInteger reads = new AtomicInteger();
        private final Instant now = Instant.parse("2026-09-01T12:00:00Z");

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
