package io.kraty.benchmark.live;

import io.kraty.benchmark.report.Beside;
import io.kraty.benchmark.report.Bound;
import io.kraty.benchmark.report.Chapter;
import io.kraty.benchmark.report.Row;
import io.kraty.benchmark.report.Setting;
import java.util.ArrayList;
import java.util.List;

/** A board as it changes. */
public final class Live implements Chapter {
    private static final double MICROS_PER_MILLI = 1000;
    private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m");

    @Override
    public String name() {
        return "live";
    }

    @Override
    public String title() {
        return "Live boards";
    }

    @Override
    public List<Row> measure(Setting setting) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> latency = new ArrayList<>();
        List<Double> otherLatency = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        try (Beside feed = Beside.start(Feed.class)) {
            String url = feed.words().get(0);
            for (int round = 0; round < setting.rounds(); round++) {
                ours.add(rate(setting, "sdk", url));
                theirs.add(rate(setting, "okhttp", url));
                latency.add(latency(setting, "sdk"));
                otherLatency.add(latency(setting, "okhttp"));
                bytes.add(said(setting, Looking.class, url));
            }
        }
        System.out.println("events a second: " + ours + ", by okhttp-sse and Gson " + theirs);
        System.out.println("99 of 100 take at most: " + latency + " ms, by okhttp-sse and Gson " + otherLatency);
        return List.of(
                Row.ratio("events a second", "okhttp-sse and plain Gson", Bound.atLeast(1.2), ours, theirs),
                new Row("from the server's write to the listener, p99", "–", Bound.atMost(1, "ms"), latency),
                new Row("`subscription.board()`: bytes", "–", Bound.atMost(0, "bytes"), bytes));
    }

    private static double rate(Setting setting, String kind, String url) throws Exception {
        String events = setting.isLong() ? "400000" : "100000";
        return said(setting, Rate.class, kind, url, events, setting.isLong() ? "7" : "3");
    }

    private static double latency(Setting setting, String kind) throws Exception {
        return said(setting, Latency.class, kind, setting.isLong() ? "10000" : "3000") / MICROS_PER_MILLI;
    }

    private static double said(Setting setting, Class<?> main, String... arguments) throws Exception {
        List<String> lines = setting.run(main, OPTIONS, arguments);
        return Double.parseDouble(lines.get(lines.size() - 1));
    }
}
