package io.kraty.openapi;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sentences about what broke and whom. One that several operations share is said once, with their names. */
final class Breaks {
    private static final int NAMED = 3;

    private final Map<String, Set<String>> operationsBySentence = new LinkedHashMap<>();

    void add(String sentence) {
        operationsBySentence.computeIfAbsent(sentence, unused -> new LinkedHashSet<>());
    }

    void add(String sentence, Operation operation) {
        operationsBySentence
                .computeIfAbsent(sentence, unused -> new LinkedHashSet<>())
                .add(operation.id());
    }

    List<String> sentences() {
        return operationsBySentence.entrySet().stream()
                .map(entry -> entry.getKey() + in(entry.getValue()))
                .toList();
    }

    private static String in(Set<String> operations) {
        if (operations.isEmpty()) {
            return "";
        }
        return operations.size() <= NAMED
                ? " (" + String.join(", ", operations) + ")"
                : " (" + operations.iterator().next() + " and " + (operations.size() - 1) + " more operations)";
    }
}
