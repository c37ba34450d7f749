package io.kraty.benchmark.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** Bars: what was measured beside what was asked for. Only ratios have an axis in common. */
record Chart(Chapter chapter, Ledger ledger) {
    static String file(Ledger ledger) {
        return "results-" + ledger.chapter() + "-" + ledger.jdk() + ".png";
    }

    /** Returns whether there was anything to draw. */
    boolean write(Path directory) throws IOException {
        List<Row> rows =
                ledger.rows().stream().filter(row -> row.goal().isRatio()).toList();
        if (rows.size() < 2) {
            return false;
        }
        System.setProperty("java.awt.headless", "true");
        List<String> against = rows.stream().map(Row::against).distinct().toList();
        boolean isOne = against.size() == 1; // then it need not stand below each bar
        CategoryChart chart = new CategoryChartBuilder()
                .width(Math.max(700, 150 + 60 * rows.size()))
                .height(640)
                .title(chapter.title() + ", JDK " + ledger.jdk())
                .yAxisTitle(isOne ? "ratio to " + against.get(0) : "ratio")
                .build();
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setXAxisLabelRotation(90);
        chart.getStyler().setSeriesColors(new Color[] {new Color(0x1F, 0x6F, 0xB4), new Color(0xD0, 0xD0, 0xD0)});
        List<String> names = rows.stream()
                .map(row -> isOne ? row.what() : row.what() + " / " + row.against())
                .toList();
        chart.addSeries("measured", names, rows.stream().map(Row::median).toList());
        chart.addSeries(
                "goal", names, rows.stream().map(row -> row.goal().limit()).toList());
        BitmapEncoder.saveBitmap(chart, directory.resolve(file(ledger)).toString(), BitmapEncoder.BitmapFormat.PNG);
        return true;
    }
}
