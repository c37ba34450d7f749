package io.kraty.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was asked for and what was measured.
 *
 * @param what what is done, and whether it is time or something else that counts: {@code "read a board: time"}
 * @param against what it is compared with; a ratio is of two figures of one round
 * @param goal how much it has to be
 * @param rounds what each round measured
 */
public record Row(String what, String against, Bound goal, List<Double> rounds) {
    /** Rounds that differ by more than this have measured something else that ran. */
    private static final double LARGEST_SPREAD = 1.5;

    /** A row that nobody can change. */
    public Row {
        rounds = List.copyOf(rounds);
    }

    /** The ratio of {@code ours} to {@code theirs}, round by round. */
    public static Row ratio(String what, String against, Bound goal, List<Double> ours, List<Double> theirs) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        return new Row(what, against, goal, ratios);
    }

    double median() {
        List<Double> sorted = sorted();
        return sorted.get(sorted.size() / 2);
    }

    /** Whether the rounds agree; a figure that is not a ratio of one round has to be on the right side, and not more. */
    boolean isSteady() {
        List<Double> sorted = sorted();
        double least = sorted.get(0);
        double most = sorted.get(sorted.size() - 1);
        return most <= LARGEST_SPREAD * least || !goal.isRatio();
    }

    /** As a line of the table. */
    String line() {
        List<Double> sorted = sorted();
        String measured = String.format(
                Locale.ROOT,
                "%s (%s – %s)",
                goal.text(median()),
                goal.text(sorted.get(0)),
                goal.text(sorted.get(sorted.size() - 1)));
        String verdict = goal.isReachedBy(median()) ? "" : ", **not reached**";
        String doubt = isSteady() ? "" : ", unsteady";
        return "| " + what + " | " + against + " | " + goal + " | " + measured + verdict + doubt + " |\n";
    }

    private List<Double> sorted() {
        return rounds.stream().sorted().toList();
    }
}
