package io.kraty.benchmark.start;

import io.kraty.benchmark.report.Beside;
import io.kraty.benchmark.report.Bound;
import io.kraty.benchmark.report.Chapter;
import io.kraty.benchmark.report.Row;
import io.kraty.benchmark.report.Setting;
import io.kraty.benchmark.speed.FirstAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** From the start of a process to its first answer. */
public final class Start implements Chapter {
    private static final double BYTES_PER_KIB = 1024;
    private static final String RAW = "OkHttp and Gson alone";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "From the start to the first answer";
    }

    @Override
    public List<Row> measure(Setting setting) throws Exception {
        Path folder = Files.createTempDirectory("kraty-start");
        try (Beside server = Beside.start(Server.class)) {
            return measure(setting, server.words(), folder);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static List<Row> measure(Setting setting, List<String> server, Path folder) throws Exception {
        ClassPath jars = new ClassPath(folder);
        Program creating = new Program(setting, jars.withSdk(), Creating.class, List.of("client.SDK_KEY"), folder);
        Program sdk = new Program(setting, jars.withSdk(), FirstAnswer.Sdk.class, server, folder);
        Program raw = new Program(setting, jars.withoutSdk(), FirstAnswer.Raw.class, server, folder);
        List<Row> rows = new ArrayList<>();
        rows.add(rounds(setting, "`Kraty.create` in a fresh JVM", Bound.atMost(40, "ms"), creating::cold));
        rows.add(rounds(setting, "`Kraty.create` with an archive of classes", Bound.atMost(5, "ms"), creating::warm));
        rows.add(pairs(setting, "first answer: time from main", Bound.atMost(1.05), sdk::cold, raw::cold));
        rows.add(pairs(
                setting, "first answer with an archive: time from main", Bound.atMost(1.03), sdk::warm, raw::warm));
        double classes = (double) sdk.classes() / raw.classes();
        rows.add(new Row("first answer: classes loaded", RAW, Bound.atMost(1.0), List.of(classes)));
        double bytes = 0;
        for (Path jar : jars.ours()) {
            bytes += Files.size(jar);
        }
        rows.add(new Row("our jars together", "–", Bound.atMost(500, "KiB"), List.of(bytes / BYTES_PER_KIB)));
        return rows;
    }

    private static Row rounds(Setting setting, String what, Bound goal, Callable<Double> once) throws Exception {
        List<Double> rounds = new ArrayList<>();
        for (int round = 0; round < setting.rounds(); round++) {
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < starts(setting); i++) {
                times.add(once.call());
            }
            rounds.add(median(times));
        }
        return new Row(what, "–", goal, rounds);
    }

    /** One after the other, so that a machine that gets slower makes both slower. */
    private static Row pairs(Setting setting, String what, Bound goal, Callable<Double> ours, Callable<Double> theirs)
            throws Exception {
        List<Double> our = new ArrayList<>();
        List<Double> their = new ArrayList<>();
        for (int round = 0; round < setting.rounds(); round++) {
            List<Double> first = new ArrayList<>();
            List<Double> second = new ArrayList<>();
            for (int i = 0; i < starts(setting); i++) {
                first.add(ours.call());
                second.add(theirs.call());
            }
            our.add(median(first));
            their.add(median(second));
        }
        System.out.println(what + ": " + our + " ms, without the SDK " + their + " ms");
        return Row.ratio(what, RAW, goal, our, their);
    }

    private static int starts(Setting setting) {
        return setting.isLong() ? 11 : 3;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
