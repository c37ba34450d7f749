package io.kraty.benchmark.outage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Requests per second over time, a line for each kind of client. Needs no screen. */
record Picture(Scene scene, Map<String, Result> results) {
    private static final double MINUTE = 60;
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
        chart.getStyler().setLegendLayout(org.knowm.xchart.style.Styler.LegendLayout.Horizontal);
        chart.getStyler().setXAxisDecimalPattern("0");
        chart.getStyler().setYAxisDecimalPattern("#,##0");
        int color = 0;
        double most = 0;
        double least = Double.MAX_VALUE;
        for (Map.Entry<String, Result> each : results.entrySet()) {
            int[] all = each.getValue().perSecond();
            double[] minutes = new double[all.length - 1];
            double[] requests = new double[all.length - 1];
            for (int second = 0; second < minutes.length; second++) {
                minutes[second] = (second - scene.before().toSeconds()) / MINUTE;
                requests[second] = Math.max(1, all[second]);
                most = Math.max(most, requests[second]);
                least = Math.min(least, requests[second]);
            }
            line(chart, each.getKey(), minutes, requests, COLORS[color++], 1.1f);
        }
        double capacity = scene.usual() * scene.capacity();
        double from = -scene.before().toSeconds() / MINUTE;
        double to = (scene.outage().plus(scene.after()).toSeconds()) / MINUTE;
        line(chart, "what the service can answer", new double[] {from, 0, 0, 10, 10, to},
                new double[] {capacity, capacity, least, least, capacity, capacity}, Color.DARK_GRAY, 1.4f);
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    }

    private static void line(XYChart chart, String name, double[] x, double[] y, Color color, float width) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(width));
    }
}
