package io.kraty.benchmark.outage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Plays the same outage with three kinds of clients, draws it, and says it in figures. */
public final class Outage {
    private static final long SEED = 20_260_901;

    private Outage() {}

    /** Writes the picture into the directory that is named first, and the table to the console. */
    public static void main(String[] args) throws IOException {
        Scene scene = Scene.tenMinutes(Integer.getInteger("kraty.outage.clients", 100_000));
        Map<String, Result> results = results(scene);
        new Picture(scene, results).write(Path.of(args.length == 0 ? "." : args[0], "outage.png"));
        System.out.print(table(results));
    }

    static Map<String, Result> results(Scene scene) {
        Map<String, Function<Clock, Manners>> ways = new LinkedHashMap<>();
        ways.put("plain back-off, ±20 %", Others::plain);
        ways.put("token bucket of the AWS SDKs", Others.TokenBucket::new);
        ways.put("this SDK", Ours::new);
        Map<String, Result> results = new LinkedHashMap<>();
        ways.forEach((name, each) -> results.put(name, Simulation.run(scene, SEED, each)));
        return results;
    }

    static String table(Map<String, Result> results) {
        StringBuilder table = new StringBuilder();
        results.forEach((name, result) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | %,d | %,d | %,.0f | %,d | %,d | %,d | %d s | %d s |%n",
                name,
                result.requestsPerCall(),
                result.connecting(),
                result.breaking(),
                result.during(),
                result.returning(),
                result.refused(),
                result.failed(),
                result.calm(),
                result.live())));
        return table.toString();
    }
}
