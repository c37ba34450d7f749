package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every operation, streams included, answers the same bytes when the same things were asked before. */
@Timeout(120)
class EveryOperationTwiceTest {
    private final Set<String> driven = new TreeSet<>();

    @Test
    void sameSeed_sameBytes() throws IOException {
        List<String> first = play(5);
        assertEquals(Contract.operations(), driven, "an operation is missing here");
        List<String> second = play(5);
        for (int i = 0; i < first.size(); i++) {
            assertEquals(first.get(i), second.get(i));
        }
        assertEquals(first.size(), second.size());
        assertNotEquals(first, play(6));
    }

    private List<String> play(long seed) throws IOException {
        List<String> told = new ArrayList<>();
        try (KratySandbox sandbox = EveryOperation.settings().seed(seed).start()) {
            EveryOperation.play(sandbox, new EveryOperation.Listener() {
                @Override
                public void answered(String operation, String request, Reply reply) {
                    told.add(request + " " + reply.status() + " " + reply.body());
                    if (reply.status() < 300) {
                        driven.add(operation);
                    }
                }

                @Override
                public void streamed(String operation, Sse.Event event) {
                    told.add(event.toString());
                    driven.add(operation);
                }
            });
            told.add(sandbox.ledger().toString());
            sandbox.requests().forEach(request -> told.add(request.toString()));
        }
        return told;
    }
}
