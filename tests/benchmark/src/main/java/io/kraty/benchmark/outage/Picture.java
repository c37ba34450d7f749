package io.kraty.benchmark.outage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Requests per second over time, a line for each kind of client. Needs no screen. */
record Picture(Scene scene, Map<String, Result> results) {
    private static final double MINUTE = 60;
    // In seconds: until what all began with is forgotten.
    private static final int WARM_UP = 60;
    private static final Color[] COLORS = {
        new Color(0xC0, 0x39, 0x2B), new Color(0xE0, 0x9A, 0x1A), new Color(0x1F, 0x6F, 0xB4)
    };

    void write(Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        XYChart chart = new XYChartBuilder()
                .width(1100)
                .height(560)
                .title(String.format("%,d clients, and a service that is away for ten minutes", scene.clients()))
                .xAxisTitle("minutes since the outage began")
                .yAxisTitle("requests per second at the service")
                .build();
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setPlotGridLinesColor(new Color(0xE0, 0xE0, 0xE0));
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        chart.getStyler().setLegendLayout(LegendLayout.Horizontal);
        chart.getStyler().setXAxisMin(-2.0);
        chart.getStyler().setXAxisMax(22.0);
        chart.getStyler().setXAxisTickMarkSpacingHint(80);
        chart.getStyler().setXAxisDecimalPattern("0.#");
        chart.getStyler().setYAxisDecimalPattern("#,##0");
        double capacity = scene.usual() * scene.capacity();
        double floor = results.values().stream()
                .flatMapToInt(result -> Arrays.stream(result.perSecond(), WARM_UP, result.perSecond().length - 1))
                .map(requests -> Math.max(1, requests)) // there is no zero on the axis
                .min()
                .orElse(1);
        double from = minute(WARM_UP);
        double back = scene.outage().toSeconds() / MINUTE;
        double to = back + scene.after().toSeconds() / MINUTE;
        // First, because the marks of the axis are at whatever values the first line has if those are evenly spaced.
        line(
                chart,
                "what the service can answer (nothing from 0 to 10)",
                new double[] {from, 0, 0, back, back, to},
                new double[] {capacity, capacity, floor, floor, capacity, capacity},
                Color.DARK_GRAY,
                1.4f);
        int color = 0;
        for (Map.Entry<String, Result> each : results.entrySet()) {
            int[] all = each.getValue().perSecond();
            double[] minutes = new double[all.length - 1 - WARM_UP];
            double[] requests = new double[minutes.length];
            for (int i = 0; i < minutes.length; i++) {
                minutes[i] = minute(i + WARM_UP);
                requests[i] = Math.max(1, all[i + WARM_UP]);
            }
            line(chart, each.getKey(), minutes, requests, COLORS[color++], 1.1f);
        }
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    }

    private double minute(int second) {
        return (second - scene.before().toSeconds()) / MINUTE;
    }

    private static void line(XYChart chart, String name, double[] x, double[] y, Color color, float width) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(width));
    }
}
