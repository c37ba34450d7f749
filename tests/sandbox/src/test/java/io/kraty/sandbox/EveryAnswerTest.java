package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every answer of every operation, and every event of both streams, has the form that the description promises, by the letter:
 * where there is something, and where there is nothing. (That every other test's answers do as well, {@link Api} sees to.)
 */
@Timeout(60)
class EveryAnswerTest {
    /** What the sandbox always knows, so that it is never null. */
    private static final Set<String> NEVER_NULL = Set.of();

    /** What the sandbox never has. */
    private static final Set<String> ALWAYS_NULL = Set.of();

    private final Map<String, Set<String>> seen = new TreeMap<>();
    private final Set<String> answered = new TreeSet<>();
    private final Set<String> misfits = new TreeSet<>();
    private int count;

    @Test
    void answers_haveEverythingThatIsAlwaysThere_whetherOrNotThereIsAnything() throws IOException {
        play(EveryOperation.settings());
        assertEquals(Set.of(), misfits);
        assertEquals(Contract.operations(), answered);
        assertTrue(count > 150, () -> "only " + count);
        Map<String, Set<String>> expected = new TreeMap<>();
        for (String property : Contract.requiredAndNullable()) {
            Set<String> both = new TreeSet<>(List.of("null", "something"));
            both.removeIf(each -> (each.equals("null") ? NEVER_NULL : ALWAYS_NULL).contains(property));
            expected.put(property, both);
        }
        assertEquals(expected.toString().replace("],", "],\n"), seen.toString().replace("],", "],\n"));
    }

    private void play(KratySandbox.Builder settings) throws IOException {
        try (KratySandbox sandbox = settings.start()) {
            EveryOperation.play(sandbox, new EveryOperation.Listener() {
                @Override
                public void answered(String operation, String request, Reply reply) {
                    tell(
                            operation,
                            reply.status() < 300,
                            Contract.misfits(operation, reply, EveryAnswerTest.this::see));
                }

                @Override
                public void streamed(String operation, Sse.Event event) {
                    tell(operation, true, Contract.misfits(operation, event, EveryAnswerTest.this::see));
                }
            });
        }
    }

    private void tell(String operation, boolean succeeded, List<String> faults) {
        count++;
        if (succeeded) {
            answered.add(operation);
        }
        faults.forEach(fault -> misfits.add(operation + " " + fault));
    }

    private void see(String property, JsonElement value) {
        if (Contract.requiredAndNullable().contains(property)) {
            seen.computeIfAbsent(property, any -> new TreeSet<>()).add(value.isJsonNull() ? "null" : "something");
        }
    }
}
