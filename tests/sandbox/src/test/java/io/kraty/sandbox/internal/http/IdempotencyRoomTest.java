package io.kraty.sandbox.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import io.kraty.api.Operation;
import io.kraty.sandbox.MutableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What idempotency remembers is bounded. */
class IdempotencyRoomTest {
    private final MutableClock clock = new MutableClock();
    private final Idempotency idempotency = new Idempotency(clock, 3);
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
        clock.advance(Duration.ofHours(12));
        use(1, 200);
        clock.advance(Duration.ofHours(12));
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
            return new Answer(status, Map.of(), "", "", false);
        });
    }

    private static Idempotency.Key key(int key) {
        return new Idempotency.Key("ana", Operation.DEBIT_WALLET, Integer.toString(key));
    }

    private static Idempotency.Content content() {
        return new Idempotency.Content("/", new JsonObject());
    }
}
