package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.GameFileException;
import io.kraty.sandbox.GameFileException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One reading of one file: collects what is wrong with it, so that all of it can be told in the end. */
final class Reading {
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Set<String>> known = new LinkedHashMap<>();

    void problem(Place place, String path, String message) {
        // One line each, whatever the values that they show consist of.
        problems.add(new Problem(place.line(), place.column(), oneLine(path), oneLine(message)));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
    }

    /** How many problems there are so far. What rests on values that were wrong need not be looked at as well. */
    int problems() {
        return problems.size();
    }

    /** Notes which keys are looked for at a place. */
    void known(String path, List<String> keys) {
        known.computeIfAbsent(path, any -> new TreeSet<>()).addAll(keys);
    }

    /** Which keys were looked for, by place: what the schema has to know, too. */
    Map<String, Set<String>> known() {
        return known;
    }

    /** @throws GameFileException if there was any problem */
    void finish(String name) {
        if (!problems.isEmpty()) {
            throw new GameFileException(
                    name,
                    problems.stream()
                            .distinct()
                            .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                            .toList());
        }
    }
}
