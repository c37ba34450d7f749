package io.kraty.sandbox.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What idempotency remembers is bounded. */
class IdempotencyRoomTest {
    private Instant now = Instant.parse("2026-09-02T12:00:00Z");
    private final Idempotency idempotency = new Idempotency(clock(), 3);
    private int effects;

    @Test
    void beyondItsRoom_theOldestIsForgotten() {
        for (int key = 0; key < 4; key++) {
            use(key, 200);
        }
        use(3, 200);
        use(1, 200);
        assertEquals(4, effects, "replayed");
        use(0, 200);
        assertEquals(5, effects, "forgotten, so carried out again");
        assertEquals(3, idempotency.size() - 1, "forgetting happens with the next call");
    }

    @Test
    void whatIsTooOld_isForgotten_oldestFirst() {
        use(0, 200);
        now = now.plus(Duration.ofHours(12));
        use(1, 200);
        now = now.plus(Duration.ofHours(12));
        use(1, 200);
        assertEquals(2, effects);
        assertEquals(1, idempotency.size());
        use(0, 200);
        assertEquals(3, effects);
    }

    @Test
    void answersThatAreNoOutcome_takeNoRoom() {
        for (int key = 0; key < 100; key++) {
            use(key, 202);
            use(key, 503);
        }
        assertEquals(200, effects);
        assertEquals(0, idempotency.size());
        use(1, 200);
        use(1, 200);
        assertEquals(201, effects);
    }

    @Test
    void effectThatFails_canBeTriedAgain() {
        assertThrows(
                IllegalStateException.class,
                () -> idempotency.once(key(1), content(), () -> {
                    throw new IllegalStateException("failed");
                }));
        use(1, 200);
        assertEquals(1, effects);
    }

    private void use(int key, int status) {
        idempotency.once(key(key), content(), () -> {
            effects++;
            return new Answer(status, "", "", false);
        });
    }

    private static Idempotency.Key key(int key) {
        return new Idempotency.Key("ana", Operation.DEBIT_WALLET, Integer.toString(key));
    }

    private static Idempotency.Content content() {
        return new Idempotency.Content("/", new JsonObject());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
