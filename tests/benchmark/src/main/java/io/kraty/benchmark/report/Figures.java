package io.kraty.benchmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What programs print: a name and a figure in a line, one of each name for each round. Other lines are not looked at. */
public final class Figures {
    private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

    /** Adds what was printed in one round, with {@code prefix} before each name. */
    public void add(String prefix, List<String> lines) {
        for (String line : lines) {
            if (line.matches("\\w+ \\d+(\\.\\d+)?([eE]\\d+)?")) {
                String[] parts = line.split(" ", -1);
                rounds.computeIfAbsent(prefix + parts[0], any -> new ArrayList<>())
                        .add(Double.valueOf(parts[1]));
            }
        }
    }

    /** What each round measured. */
    public List<Double> of(String name) {
        List<Double> found = rounds.get(name);
        if (found == null) {
            throw new IllegalArgumentException(name + " was not measured, but " + rounds.keySet());
        }
        return found;
    }
}
