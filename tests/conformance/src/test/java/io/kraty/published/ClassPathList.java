package io.kraty.published;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The class path of a game as a list. What comes from elsewhere stands there with version and size. Our own jars change with every
 * commit, so they have a budget, with a reason behind it.
 */
final class ClassPathList {
    /** Of {@code dependency:list}: group, artifact, type, maybe a classifier, version, scope and file, maybe followed by its module. */
    private static final Pattern RESOLVED =
            Pattern.compile(" +([^: ]+:[^: ]+):jar:((?:[^: ]+:)?[^: ]+):(?:compile|runtime):(.*?)(?: -- module .*)?");

    private static final Pattern BUDGET = Pattern.compile("(\\S+) +at most +([\\d,]+) KiB(.*)");
    private static final String OURS = "io.kraty:";
    private static final int STEP = 50;

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::artifact).thenComparing(Entry::version);

    private ClassPathList() {}

    /** One jar, or what will be one. */
    record Entry(String artifact, String version, Path file) {
        boolean isOurs() {
            return artifact.startsWith(OURS);
        }
    }

    /** What the plugin of Maven wrote. */
    static List<Entry> resolved(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(" "))
                .map(line -> {
                    Matcher entry = RESOLVED.matcher(line);
                    if (!entry.matches()) {
                        throw new IllegalArgumentException("No artifact: " + line);
                    }
                    return new Entry(entry.group(1), entry.group(2), Path.of(entry.group(3)));
                })
                .toList();
    }

    /** The list, with the budgets of the one before as long as they hold, and with larger ones where they do not. */
    static String of(List<Entry> entries, List<String> before) throws IOException {
        Map<String, String> budgets = before.stream()
                .filter(line -> BUDGET.matcher(line).matches())
                .collect(Collectors.toMap(line -> line.replaceFirst(" .*", ""), line -> line));
        StringBuilder list = new StringBuilder();
        long foreign = 0;
        for (Entry entry : entries.stream().sorted(ORDER).toList()) {
            long size = size(entry.file());
            foreign += entry.isOurs() ? 0 : size;
            list.append(
                            entry.isOurs()
                                    ? budget(entry, size, budgets.get(entry.artifact()))
                                    : exactly(name(entry), size))
                    .append('\n');
        }
        return list + exactly("together, without ours", foreign) + "\n";
    }

    private static String budget(Entry entry, long size, String before) {
        long kib = (size + 1023) / 1024;
        Matcher budget = BUDGET.matcher(before == null ? "" : before);
        if (budget.matches() && kib <= Long.parseLong(budget.group(2).replace(",", ""))) {
            return before;
        }
        String reason = budget.matches() ? budget.group(3) : ": say why";
        return String.format(
                Locale.ROOT, "%-58s at most %,7d KiB%s", entry.artifact(), (kib + STEP - 1) / STEP * STEP, reason);
    }

    private static String exactly(String name, long size) {
        return String.format(Locale.ROOT, "%-58s %,11d bytes", name, size);
    }

    private static String name(Entry entry) {
        return entry.artifact() + ":" + entry.version();
    }

    /** Of a jar, or of what a jar of these classes would be: a build that only tests makes none. */
    static long size(Path jarOrDirectory) throws IOException {
        if (!Files.isDirectory(jarOrDirectory)) {
            return Files.size(jarOrDirectory);
        }
        Counting counted = new Counting();
        try (ZipOutputStream jar = new ZipOutputStream(counted);
                Stream<Path> files = Files.walk(jarOrDirectory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new ZipEntry(jarOrDirectory.relativize(file).toString()));
                Files.copy(file, jar);
            }
        }
        return counted.bytes;
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int from, int length) {
            bytes += length;
        }
    }
}
