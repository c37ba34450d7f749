package io.kraty.benchmark.start;

import io.kraty.benchmark.report.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that is started again and again, with and without an archive of the classes it loads.
 *
 * @param main prints microseconds as the last word of its last line
 * @param arguments of {@code main}
 * @param folder for its archive
 */
record Program(Setting setting, String classPath, Class<?> main, List<String> arguments, Path folder) {
    private static final double MICROS_PER_MILLI = 1000.0;

    /** The milliseconds it says it took, in a JVM as it comes, which has an archive of its own classes alone. */
    double cold() throws Exception {
        return millis(List.of());
    }

    /** The same with an archive, as a launcher would use it. */
    double warm() throws Exception {
        Path archive = folder.resolve(main.getSimpleName() + ".jsa");
        if (Files.notExists(archive)) {
            run(List.of("-XX:ArchiveClassesAtExit=" + archive));
        }
        // Without this, a JVM that cannot use the archive would go on without a word, and measure something else.
        return millis(List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:on"));
    }

    /** The classes loaded from its start to its end. */
    long classes() throws Exception {
        Path log = folder.resolve(main.getSimpleName() + ".log");
        run(List.of("-Xlog:class+load=info:file=" + log + ":none"));
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    private double millis(List<String> options) throws Exception {
        List<String> said = run(options);
        String last = said.get(said.size() - 1);
        return Long.parseLong(last.substring(last.lastIndexOf(' ') + 1)) / MICROS_PER_MILLI;
    }

    private List<String> run(List<String> options) throws Exception {
        List<String> all = new ArrayList<>(options);
        all.add("-Xmx256m");
        return setting.run(classPath, main, all, arguments.toArray(String[]::new));
    }
}
