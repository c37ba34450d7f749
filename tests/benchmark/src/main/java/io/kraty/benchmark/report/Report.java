package io.kraty.benchmark.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code RESULTS.md} and the charts beside it, from the files of figures. */
public final class Report {
    private final Path directory;

    /** The report in a folder. */
    public Report(Path directory) {
        this.directory = directory;
    }

    /** Puts what was measured just now in the place of what was measured before. */
    public void keep(Chapter chapter, Setting setting, List<Row> rows) throws IOException, InterruptedException {
        Ledger.of(chapter, setting, rows).write(directory.resolve("figures"));
    }

    /** Writes it anew, from what was measured at any time. */
    public void write(List<Chapter> chapters) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("# What was measured\n\n")
                .append(
                        "Written by the benchmarks (see [README.md](README.md)) from [figures](figures); what is said about")
                .append(" them is in `src/main/resources/io/kraty/benchmark/report`.\n\n")
                .append(
                        "A ratio is of two figures of the same round, the SDK's first: the median of the rounds, and in")
                .append(
                        " brackets the least and the most. `unsteady` are rounds that differ by half and more: something")
                .append(" else ran beside them.\n");
        for (Chapter chapter : chapters) {
            text.append("\n## ").append(chapter.title()).append('\n');
            for (Ledger ledger : Ledger.all(directory.resolve("figures"), chapter.name())) {
                text.append("\n### JDK ").append(ledger.jdk()).append("\n\n");
                text.append("| What | in relation to | goal | measured |\n|---|---|---|---|\n");
                for (Row row : ledger.rows()) {
                    text.append(row.line());
                }
                text.append("\n(").append(ledger.conditions()).append(")\n");
                if (new Chart(chapter, ledger).write(directory)) {
                    text.append("\n![")
                            .append(chapter.title())
                            .append("](")
                            .append(Chart.file(ledger))
                            .append(")\n");
                }
            }
            text.append(remarks(chapter.name()));
        }
        text.append('\n').append(remarks("remarks").strip()).append('\n');
        Files.writeString(directory.resolve("RESULTS.md"), text);
    }

    /** What somebody wrote about it, if anybody did. */
    private static String remarks(String name) throws IOException {
        try (InputStream in = Report.class.getResourceAsStream(name + ".md")) {
            return in == null ? "" : "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip() + "\n";
        }
    }
}
