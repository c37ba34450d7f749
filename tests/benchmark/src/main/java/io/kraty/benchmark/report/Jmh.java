package io.kraty.benchmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs benchmarks. Each round runs every one once, in a JVM of its own, so that what is compared was measured minutes apart at
 * most, and a machine that gets slower makes all of it slower.
 */
public final class Jmh {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private record Key(String method, @Nullable String parameter, boolean isTime) {}

    private final Map<Key, List<Double>> rounds = new LinkedHashMap<>();

    /** Runs all benchmarks of some classes, whose names of methods are different, and which have one {@code @Param} or none. */
    public static Jmh run(Setting setting, Class<?>... benchmarks) throws RunnerException {
        Jmh results = new Jmh();
        for (int round = 0; round < setting.rounds(); round++) {
            for (RunResult result : new Runner(options(setting, benchmarks).build()).run()) {
                results.add(result);
            }
        }
        return results;
    }

    /** What each round measured per operation, in the benchmark's unit. */
    public List<Double> time(String method, @Nullable String parameter) {
        return of(new Key(method, parameter, true));
    }

    /** What each round allocated per operation, in bytes: in all threads. */
    public List<Double> allocation(String method, @Nullable String parameter) {
        return of(new Key(method, parameter, false));
    }

    private List<Double> of(Key key) {
        List<Double> found = rounds.get(key);
        if (found == null) {
            throw new IllegalArgumentException(key + " was not measured");
        }
        return found;
    }

    private static ChainedOptionsBuilder options(Setting setting, Class<?>... benchmarks) {
        boolean isLong = setting.isLong();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .forks(1)
                .warmupIterations(isLong ? 3 : 2)
                .warmupTime(TimeValue.milliseconds(isLong ? 1000 : 500))
                .measurementIterations(isLong ? 3 : 2)
                .measurementTime(TimeValue.milliseconds(isLong ? 1000 : 400))
                .jvmArgs("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvm(setting.java().toString());
        for (Class<?> each : benchmarks) {
            options = options.include(each.getName() + "\\.");
        }
        return options;
    }

    @SuppressWarnings("rawtypes") // JMH hands out its results as such
    private void add(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        String parameter = null;
        for (String each : result.getParams().getParamsKeys()) {
            parameter = result.getParams().getParam(each);
        }
        add(new Key(method, parameter, true), result.getPrimaryResult().getScore());
        for (var each : result.getSecondaryResults().entrySet()) {
            if (each.getKey().endsWith(ALLOCATION)) {
                add(new Key(method, parameter, false), each.getValue().getScore());
            }
        }
    }

    private void add(Key key, double score) {
        rounds.computeIfAbsent(key, any -> new ArrayList<>()).add(score);
    }
}
