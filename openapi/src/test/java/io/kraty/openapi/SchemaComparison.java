package io.kraty.openapi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares schemas. A named one is compared once for each direction, however many operations use it; what was found is then
 * reported for each of them.
 */
final class SchemaComparison {

    /** What was found in one schema, and the named schemas that it leads to. */
    private record Findings(List<String> sentences, Set<String> next) {
        Findings() {
            this(new ArrayList<>(), new LinkedHashSet<>());
        }
    }

    private final Map<String, Findings> named = new HashMap<>();
    private Findings current = new Findings();

    /** Runs {@code comparisons} and returns what they, and all that they led to, have found. */
    Set<String> sentencesOf(Runnable comparisons) {
        current = new Findings();
        comparisons.run();
        Set<String> sentences = new LinkedHashSet<>(current.sentences);
        Set<String> seen = new LinkedHashSet<>(current.next);
        Deque<String> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            Findings findings = named.get(waiting.remove());
            sentences.addAll(findings.sentences);
            findings.next.stream().filter(seen::add).forEach(waiting::add);
        }
        return sentences;
    }

    void compare(SchemaChange change) {
        Nulls.check(change, this::report);
        Optional<String> before = change.before().name();
        Optional<String> after = change.after().name();
        if (before.isEmpty() || after.isEmpty()) {
            compareMembers(change);
        } else if (before.equals(after)) {
            compareNamed(change.ofNamed());
        } else {
            report(change.what() + " is a " + after.get() + " instead of a " + before.get() + ": "
                    + change.direction().consequence());
        }
    }

    private void compareNamed(SchemaChange change) {
        String key = change.what();
        current.next.add(key);
        if (!named.containsKey(key)) {
            Findings user = current;
            current = new Findings();
            named.put(key, current);
            compareMembers(change);
            current = user;
        }
    }

    private void compareMembers(SchemaChange change) {
        if (change.isNone()) {
            return;
        }
        Keywords.SCHEMA.check(change.before(), change.path());
        Keywords.SCHEMA.check(change.after(), change.path());
        Values.check(change, this::report);
        Limits.check(change, this::report);
        Enums.check(change, this::report);
        ErrorFacts.check(change, this, this::report);
        Alternatives.check(change, this, this::report);
        Properties.check(change, this, this::report);
        Contents.check(change, this, this::report);
    }

    private void report(String sentence) {
        current.sentences.add(sentence);
    }
}
