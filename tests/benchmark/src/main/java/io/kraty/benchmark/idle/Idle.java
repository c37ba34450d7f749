package io.kraty.benchmark.idle;

import io.kraty.benchmark.live.Feed;
import io.kraty.benchmark.report.Beside;
import io.kraty.benchmark.report.Bound;
import io.kraty.benchmark.report.Chapter;
import io.kraty.benchmark.report.Row;
import io.kraty.benchmark.report.Setting;
import java.util.ArrayList;
import java.util.List;

/** Ten thousand pollers, or a thousand subscriptions, that wait. */
public final class Idle implements Chapter {
    private static final int POLLERS = 10_000;
    private static final int SUBSCRIPTIONS = 1_000;
    private static final int BYTES_PER_KIB = 1024;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String title() {
        return "Pollers and subscriptions that wait";
    }

    @Override
    public List<Row> measure(Setting setting) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Beside feed = Beside.start(Feed.class)) {
            String url = feed.words().get(0);
            rows.addAll(look(setting, Pollers.class, url, POLLERS, "10,000 pollers", 4 * BYTES_PER_KIB, 100));
            rows.addAll(look(
                    setting,
                    Subscriptions.class,
                    url,
                    SUBSCRIPTIONS,
                    "1,000 subscriptions",
                    64 * BYTES_PER_KIB,
                    SUBSCRIPTIONS + 100));
        }
        return rows;
    }

    private static List<Row> look(
            Setting setting, Class<?> main, String url, int many, String what, int bytes, int threads)
            throws Exception {
        List<Double> cpu = new ArrayList<>();
        List<Double> heap = new ArrayList<>();
        List<Double> running = new ArrayList<>();
        String seconds = setting.isLong() ? "30" : "8";
        for (int round = 0; round < setting.rounds(); round++) {
            List<String> lines = setting.run(main, List.of("-Xmx1g"), url, Integer.toString(many), seconds);
            String[] figures = lines.get(lines.size() - 1).split(" ", -1);
            cpu.add(Double.valueOf(figures[0]));
            heap.add(Double.valueOf(figures[1]));
            running.add(Double.valueOf(figures[2]));
        }
        return List.of(
                new Row(what + ": CPU", "one core", Bound.atMost(5, "%"), cpu),
                new Row(what + ": heap of each", "–", Bound.atMost(bytes, "bytes"), heap),
                new Row(what + ": threads of the process", "–", Bound.atMost(threads, "threads"), running));
    }
}
