package io.kraty.benchmark.speed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** What was measured, kept by round: only what was measured side by side is compared. */
final class Figures {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** Whether the ratio is one of time or of allocated bytes. */
    enum Of {
        TIME,
        ALLOCATION
    }

    /** What was done: {@code Decoding BOARD}; and by whom: {@code sdk}. */
    private record Key(String jdk, String work, String by, Of of) {}

    private final Map<Key, List<Double>> rounds = new LinkedHashMap<>();

    /** One fork of one benchmark. */
    @SuppressWarnings("rawtypes") // JMH hands out its results as such
    void add(RunResult result) {
        String jdk = result.getParams().getJdkVersion();
        String[] name = result.getParams().getBenchmark().split("\\.", -1);
        String payload = result.getParams().getParam("payload");
        String work = payload == null ? "PROGRESS" : payload;
        String by = name[name.length - 1];
        add(new Key(jdk, work, by, Of.TIME), result.getPrimaryResult().getScore());
        for (var each : result.getSecondaryResults().entrySet()) {
            if (each.getKey().endsWith(ALLOCATION)) {
                add(new Key(jdk, work, by, Of.ALLOCATION), each.getValue().getScore());
            }
        }
    }

    private void add(Key key, double score) {
        rounds.computeIfAbsent(key, any -> new ArrayList<>()).add(score);
    }

    List<String> jdks() {
        return rounds.keySet().stream().map(Key::jdk).distinct().toList();
    }

    /** The SDK's figure in relation to the one of {@code peer}, round by round. */
    Ratio ratio(String jdk, String work, String peer, Of of) {
        List<Double> ours = rounds.getOrDefault(new Key(jdk, work, "sdk", of), List.of());
        List<Double> theirs = rounds.getOrDefault(new Key(jdk, work, peer, of), List.of());
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        ratios.sort(null);
        return new Ratio(ratios);
    }

    /**
     * How much more or less, over the rounds.
     *
     * @param sorted the ratio of each round
     */
    record Ratio(List<Double> sorted) {
        /** Rounds that differ by more than this have measured something else that ran. */
        private static final double LARGEST_SPREAD = 1.5;

        boolean isMeasured() {
            return !sorted.isEmpty() && sorted.get(sorted.size() - 1) <= LARGEST_SPREAD * sorted.get(0);
        }

        double median() {
            return isMeasured() ? sorted.get(sorted.size() / 2) : Double.NaN;
        }

        /** The median and, in brackets, the least and the most. */
        @Override
        public String toString() {
            return !isMeasured()
                    ? "not measured: the machine was busy"
                    : String.format(
                            Locale.ROOT, "%.2f (%.2f – %.2f)", median(), sorted.get(0), sorted.get(sorted.size() - 1));
        }
    }
}
