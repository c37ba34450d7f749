package io.kraty.benchmark.speed;

import io.kraty.benchmark.report.Bound;
import io.kraty.benchmark.report.Chapter;
import io.kraty.benchmark.report.Jmh;
import io.kraty.benchmark.report.Row;
import io.kraty.benchmark.report.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Between bytes and objects. */
public final class Codec implements Chapter {
    /** How much time and how many bytes an answer may take in relation to plain Gson. */
    private record Goal(Payload payload, double time, double allocation) {}

    private static final double BY_HAND = 1.10;
    private static final List<Goal> PLAIN_GSON = List.of(
            new Goal(Payload.BOARD, 0.93, 1.0),
            new Goal(Payload.LISTING, 0.85, 0.8),
            new Goal(Payload.RANGES, 0.85, 0.8),
            new Goal(Payload.GRANTS, 0.60, 0.5),
            new Goal(Payload.FRIENDS, 0.42, 0.4));

    @Override
    public String name() {
        return "codec";
    }

    @Override
    public String title() {
        return "Decoding and encoding";
    }

    @Override
    public List<Row> measure(Setting setting) throws Exception {
        Jmh results = Jmh.run(setting, Decoding.class, Encoding.class);
        List<Row> rows = new ArrayList<>();
        for (Goal goal : PLAIN_GSON) {
            compare(rows, results, goal.payload(), "readByHand", BY_HAND, BY_HAND);
            compare(rows, results, goal.payload(), "readByGson", goal.time(), goal.allocation());
        }
        rows.add(Row.ratio(
                "write progress: time",
                "plain Gson",
                Bound.atMost(1.0),
                results.time("write", null),
                results.time("writeByGson", null)));
        rows.add(Row.ratio(
                "write progress: bytes",
                "plain Gson",
                Bound.atMost(0.95),
                results.allocation("write", null),
                results.allocation("writeByGson", null)));
        return rows;
    }

    private static void compare(
            List<Row> rows, Jmh results, Payload payload, String peer, double time, double allocation) {
        String what = "read " + payload.name().toLowerCase(Locale.ROOT);
        String against = peer.equals("readByHand") ? "by hand" : "plain Gson";
        String parameter = payload.name();
        rows.add(Row.ratio(
                what + ": time",
                against,
                Bound.atMost(time),
                results.time("read", parameter),
                results.time(peer, parameter)));
        rows.add(Row.ratio(
                what + ": bytes",
                against,
                Bound.atMost(allocation),
                results.allocation("read", parameter),
                results.allocation(peer, parameter)));
    }
}
