package io.kraty.benchmark.speed;

import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures everything and writes the report. Each round runs every benchmark once, in a JVM of its own, so that what is
 * compared was measured minutes apart at most, and a machine that gets slower makes all of it slower.
 */
public final class Main {
    private Main() {}

    /** The form ({@code long} or {@code short}), where to write, and the {@code java} of each JDK, with commas. */
    public static void main(String[] args) throws Exception {
        boolean isLong = args[0].equals("long");
        Figures figures = new Figures();
        int rounds = isLong ? 7 : 3;
        for (String java : args[2].split(",", -1)) {
            for (int round = 0; round < rounds; round++) {
                for (RunResult result : new Runner(options(isLong, java).build()).run()) {
                    figures.add(result);
                }
            }
        }
        new Report(figures, args[0], Path.of(args[1])).write();
    }

    private static ChainedOptionsBuilder options(boolean isLong, String java) {
        return new OptionsBuilder()
                .include(Decoding.class.getName())
                .include(Encoding.class.getName())
                .forks(1)
                .warmupIterations(isLong ? 4 : 2)
                .warmupTime(TimeValue.milliseconds(isLong ? 1000 : 500))
                .measurementIterations(isLong ? 5 : 2)
                .measurementTime(TimeValue.milliseconds(isLong ? 1000 : 400))
                .jvmArgs("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvm(java);
    }
}
