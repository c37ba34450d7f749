package io.kraty.benchmark.speed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** Writes {@code RESULTS.md} and the charts beside it. */
final class Report {
    private final Figures figures;
    private final String form;
    private final Path directory;

    Report(Figures figures, String form, Path directory) {
        this.figures = figures;
        this.form = form;
        this.directory = directory;
    }

    void write() throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("# What was measured\n\n")
                .append("Written by the benchmarks (see [README.md](README.md)); what is said about the figures is in")
                .append(" `src/main/resources/io/kraty/benchmark/speed/remarks.md`.\n\n")
                .append(machine())
                .append('\n');
        for (String jdk : figures.jdks()) {
            text.append("\n## Decoding and encoding, JDK ").append(jdk).append("\n\n");
            text.append(
                            "The SDK in relation to the same work done otherwise, in the same round: the median of the rounds,")
                    .append(" and the least and the most in brackets. Less is better.\n\n");
            text.append("| Payload | in relation to | time | goal | allocation | goal |\n|---|---|---|---|---|---|\n");
            for (Goal goal : Goal.ALL) {
                text.append("| ")
                        .append(goal.work().toLowerCase(Locale.ROOT))
                        .append(" | ")
                        .append(goal.peerInWords())
                        .append(" | ")
                        .append(cells(jdk, goal, Figures.Of.TIME))
                        .append(" | ")
                        .append(cells(jdk, goal, Figures.Of.ALLOCATION))
                        .append(" |\n");
            }
            for (Figures.Of of : Figures.Of.values()) {
                if (Goal.ALL.stream()
                        .anyMatch(goal -> !figures.ratio(jdk, goal.work(), goal.peer(), of)
                                .isMeasured())) {
                    continue; // half a picture is none
                }
                String picture = picture(jdk, of);
                text.append("\n![")
                        .append(name(of))
                        .append("](")
                        .append(picture)
                        .append(")\n");
            }
        }
        text.append('\n').append(remarks());
        Files.writeString(directory.resolve("RESULTS.md"), text);
    }

    private String cells(String jdk, Goal goal, Figures.Of of) {
        Figures.Ratio ratio = figures.ratio(jdk, goal.work(), goal.peer(), of);
        String goalText = String.format(Locale.ROOT, "≤ %.2f", goal.of(of));
        // As it is shown: nobody should see 1.10 that is more than 1.10.
        boolean reached = !ratio.isMeasured() || Math.round(ratio.median() * 100) <= Math.round(goal.of(of) * 100);
        return ratio + " | " + goalText + (reached ? "" : " **not reached**");
    }

    private String machine() {
        return "Measured on " + LocalDate.now(ZoneOffset.UTC) + ", in the " + form + " form, on "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + " with "
                + Runtime.getRuntime().availableProcessors() + " processors"
                + String.format(
                        Locale.ROOT,
                        "; load average %.1f at the end.",
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                                .getSystemLoadAverage())
                + " A load beyond 1 means that something else ran, and that the times are worth less than the bytes.";
    }

    private static String name(Figures.Of of) {
        return of == Figures.Of.TIME ? "Time" : "Allocation";
    }

    private String picture(String jdk, Figures.Of of) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(900)
                .height(420)
                .title(name(of) + " of the SDK in relation to others, JDK " + jdk)
                .yAxisTitle("ratio, less is better")
                .build();
        List<String> payloads = List.of("BOARD", "LISTING", "RANGES", "GRANTS", "FRIENDS", "PROGRESS");
        for (String peer : List.of("byHand", "gson")) {
            List<Double> medians = payloads.stream()
                    .map(each -> figures.ratio(jdk, each, peer, of).median())
                    .toList();
            List<String> labels =
                    payloads.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
            chart.addSeries(peer.equals("byHand") ? "by hand" : "plain Gson", labels, medians);
        }
        String major = jdk.replaceAll("\\..*", "");
        String file = "results-" + name(of).toLowerCase(Locale.ROOT) + "-" + major + ".png";
        BitmapEncoder.saveBitmap(chart, directory.resolve(file).toString(), BitmapEncoder.BitmapFormat.PNG);
        return file;
    }

    private static String remarks() {
        try (InputStream in = Report.class.getResourceAsStream("remarks.md")) {
            if (in == null) {
                throw new IOException("no remarks.md");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
