package io.kraty.benchmark.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures as files, one for each chapter and JDK: so that one chapter can be measured again without the others, and
 * anybody can calculate with them.
 *
 * @param jdk the major version
 * @param conditions when, how and on what it was measured
 * @param rows what was measured
 */
record Ledger(String chapter, int jdk, String conditions, List<Row> rows) {
    private static final String SEPARATOR = ";";

    /** What {@code setting} measured just now. */
    static Ledger of(Chapter chapter, Setting setting, List<Row> rows) throws IOException, InterruptedException {
        int jdk = Integer.parseInt(setting.run(Version.class, List.of()).get(0));
        String conditions = String.format(
                Locale.ROOT,
                "%s, %s form, %s %s with %d processors, load average %.1f at the end",
                LocalDate.now(ZoneOffset.UTC),
                setting.isLong() ? "long" : "short",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return new Ledger(chapter.name(), jdk, conditions, rows);
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder text = new StringBuilder("# " + conditions + "\nwhat;against;limit;is most;unit;rounds\n");
        for (Row row : rows) {
            Bound goal = row.goal();
            String rounds = row.rounds().stream()
                    .map(each -> String.format(Locale.ROOT, "%.4f", each))
                    .collect(Collectors.joining(" "));
            text.append(String.join(
                            SEPARATOR,
                            row.what(),
                            row.against(),
                            Double.toString(goal.limit()),
                            Boolean.toString(goal.isMost()),
                            goal.unit(),
                            rounds))
                    .append('\n');
        }
        Files.writeString(folder.resolve(chapter + "-" + jdk + ".csv"), text);
    }

    /** What there is of a chapter, the oldest JDK first. */
    static List<Ledger> all(Path folder, String chapter) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(each -> each.getFileName().toString().matches(chapter + "-\\d+\\.csv"))
                    .sorted()
                    .toList();
        }
        List<Ledger> found = new ArrayList<>();
        for (Path file : files) {
            found.add(read(file, chapter));
        }
        return found;
    }

    private static Ledger read(Path file, String chapter) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] cells = line.split(SEPARATOR, -1);
            Bound goal = new Bound(Double.parseDouble(cells[2]), Boolean.parseBoolean(cells[3]), cells[4]);
            List<Double> rounds =
                    Arrays.stream(cells[5].split(" ", -1)).map(Double::valueOf).toList();
            rows.add(new Row(cells[0], cells[1], goal, rounds));
        }
        int jdk = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
        return new Ledger(chapter, jdk, lines.get(0).substring(2), rows);
    }

    /** Says which JDK it runs on. */
    static final class Version {
        private Version() {}

        public static void main(String[] args) {
            System.out.println(Runtime.version().feature());
        }
    }
}
