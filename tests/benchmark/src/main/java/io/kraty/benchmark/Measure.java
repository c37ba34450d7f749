package io.kraty.benchmark;

import io.kraty.benchmark.calls.Calls;
import io.kraty.benchmark.calls.Collect;
import io.kraty.benchmark.idle.Idle;
import io.kraty.benchmark.live.Live;
import io.kraty.benchmark.report.Chapter;
import io.kraty.benchmark.report.Report;
import io.kraty.benchmark.report.Setting;
import io.kraty.benchmark.speed.Codec;
import io.kraty.benchmark.start.Start;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Measures, chapter by chapter, and writes the report. */
public final class Measure {
    /** In the order of the report. */
    private static final List<Chapter> CHAPTERS =
            List.of(new Codec(), new Calls(), new Collect(), new Start(), new Live(), new Idle());

    private Measure() {}

    /**
     * The form ({@code long}, {@code short}, or {@code none} to write the report anew from the figures), the folder of the
     * report, the {@code java} of each JDK, and the names of the chapters or {@code all}; with commas.
     */
    public static void main(String[] args) throws Exception {
        Report report = new Report(Path.of(args[1]));
        List<String> names = Arrays.asList(args[3].split(",", -1));
        if (!args[0].equals("none")) {
            for (String java : args[2].split(",", -1)) {
                Setting setting = new Setting(args[0].equals("long"), Path.of(java));
                for (Chapter chapter : CHAPTERS) {
                    if (names.contains("all") || names.contains(chapter.name())) {
                        report.keep(chapter, setting, chapter.measure(setting));
                    }
                }
            }
        }
        report.write(CHAPTERS);
    }
}
