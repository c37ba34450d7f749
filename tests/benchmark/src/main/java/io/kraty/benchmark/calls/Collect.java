package io.kraty.benchmark.calls;

import io.kraty.benchmark.report.Bound;
import io.kraty.benchmark.report.Chapter;
import io.kraty.benchmark.report.Figures;
import io.kraty.benchmark.report.Row;
import io.kraty.benchmark.report.Setting;
import java.util.List;

/** Collecting a lot. */
public final class Collect implements Chapter {
    private static final double SIXTH = 0.17;

    @Override
    public String name() {
        return "collect";
    }

    @Override
    public String title() {
        return "Collecting a hundred rewards";
    }

    @Override
    public List<Row> measure(Setting setting) throws Exception {
        Figures figures = new Figures();
        for (int round = 0; round < setting.rounds(); round++) {
            figures.add("", setting.run(Collecting.class, List.of()));
        }
        return List.of(Row.ratio(
                "collectAll of 100 at 20 ms: time",
                "one after the other",
                Bound.atMost(SIXTH),
                figures.of("collectAll"),
                figures.of("oneByOne")));
    }
}
