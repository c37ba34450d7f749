package io.kraty.game.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.game.debug.Operation.Outcome;
import io.kraty.sdk.error.KratyException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every row of the table can be run as it stands, with the ids that rows before it have brought. */
class OperationsTest {
    private final Played played = new Played();
    private final Map<String, String> ids = new HashMap<>();

    @AfterEach
    void stop() {
        played.close();
    }

    @Test
    void everyRowRunsWithItsDefaults() {
        Set<String> refused = new TreeSet<>();
        for (Operation operation : Operations.all()) {
            Outcome outcome = run(operation, Map.of());
            if (outcome.failure() != null) {
                String name = operation.area() + " " + operation.name();
                assertTrue(outcome.failure() instanceof KratyException, name + ": " + outcome.text());
                refused.add(name);
            }
        }

        // A crate or an item may be there by now, or not: what the outbox was given is sent when there is time.
        refused.removeAll(Set.of("Holdings consume", "Rewards open"));
        // They need another player who did something before, or a lobby.
        assertEquals(
                Set.of(
                        "Events lobbies.read",
                        "Events pollLobbyUntilActive",
                        "Friends accept",
                        "Friends addByCode",
                        "Friends blockByCode",
                        "Friends decline",
                        "Friends remove",
                        "Gifts claimGift",
                        "Gifts sendGift"),
                refused);
    }

    @Test
    void whatIsMissingIsSaid() {
        Outcome outcome = operation("Events", "finish").run(played.kraty(), new Values(Map.of()), played.wire);

        assertEquals("java.lang.IllegalArgumentException: attemptId: is missing", outcome.text());
        assertEquals(List.of(), outcome.sent());
    }

    @Test
    void playerAndKeyAreTaken() {
        Outcome outcome = run(operation("Rewards", "grant"), Map.of("idempotency key", "mine"));
        Outcome other = run(operation("Players", "getIdentity"), Map.of("as player", "marta"));

        assertEquals("mine", outcome.sent().get(0).key());
        assertTrue(other.text().contains("\"name\": \"Marta\""), other.text());
    }

    @Test
    void askingForArgumentsSendsNothing() {
        Operations.all().forEach(operation -> assertTrue(operation.arguments().size() >= 2));

        assertEquals(List.of(), played.sandbox.requests());
    }

    @Test
    void friendsWhoAreThereCanBeGivenSomething() {
        assertNull(run(operation("Friends", "list"), Map.of()).failure());
        played.sandbox.befriend(played.kraty().activeExternalPlayerId().orElseThrow(), "marta");
        run(operation("Rewards", "collectAll"), Map.of());

        Outcome outcome = run(operation("Gifts", "sendGift"), Map.of());

        assertNull(outcome.failure(), outcome.text());
    }

    private Outcome run(Operation operation, Map<String, String> changes) {
        Map<String, String> typed = new HashMap<>();
        for (Values.Argument argument : operation.arguments()) {
            boolean isWanted = argument.initial().isEmpty() && !argument.optional();
            typed.put(argument.name(), isWanted ? ids.getOrDefault(argument.name(), "none") : argument.initial());
        }
        typed.replace("seconds", "1");
        typed.putAll(changes);
        Outcome outcome = operation.run(played.kraty(), new Values(typed), played.wire);
        ids.putAll(operation.idsIn(outcome));
        return outcome;
    }

    private static Operation operation(String area, String name) {
        return Operations.all().stream()
                .filter(one -> one.area().equals(area) && one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
