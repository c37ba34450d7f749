package io.kraty.benchmark.calls;

import io.kraty.benchmark.report.Beside;
import io.kraty.benchmark.report.Bound;
import io.kraty.benchmark.report.Chapter;
import io.kraty.benchmark.report.Figures;
import io.kraty.benchmark.report.Jmh;
import io.kraty.benchmark.report.Row;
import io.kraty.benchmark.report.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Calls over the loopback, to a server that is faster than any client. */
public final class Calls implements Chapter {
    private static final String BY_HAND = "OkHttp and Gson by hand";
    private static final double TIME = 1.03;
    private static final double BYTES = 1.05;
    private static final double CALLERS = 0.97;
    private static final double ASYNC = 0.90;
    // What the server and the loopback may take of a call, so that the rest of it is the client.
    private static final double SERVER = 0.75;

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public String title() {
        return "Calls";
    }

    @Override
    public List<Row> measure(Setting setting) throws Exception {
        List<Row> rows = new ArrayList<>();
        oneAfterTheOther(rows, Jmh.run(setting, Blocking.class));
        Figures figures = new Figures();
        try (Beside server = Beside.startLean(Canned.class)) {
            String batches = setting.isLong() ? "40" : "6";
            for (int round = 0; round < setting.rounds(); round++) {
                figures.add(
                        "",
                        setting.run(
                                Crowd.class, List.of("-Xmx512m"), server.words().get(0), batches, "3000"));
            }
        }
        rows.add(crowd("64 callers: calls per second", CALLERS, "sdk", figures));
        rows.add(crowd("64 through kraty.async: calls per second", ASYNC, "async", figures));
        String peer = System.getProperty("kraty.benchmark.peer", "");
        if (!peer.isBlank()) {
            beside(rows, setting, peer);
        }
        return rows;
    }

    private static void oneAfterTheOther(List<Row> rows, Jmh results) {
        for (String call : List.of("wallet", "board", "progress")) {
            String what = (call.equals("progress") ? "report " : "read a ") + call;
            rows.add(Row.ratio(
                    what + ": time",
                    BY_HAND,
                    Bound.atMost(TIME),
                    results.time(call, null),
                    results.time(call + "ByHand", null)));
            rows.add(Row.ratio(
                    what + ": bytes",
                    BY_HAND,
                    Bound.atMost(BYTES),
                    results.allocation(call, null),
                    results.allocation(call + "ByHand", null)));
        }
        rows.add(Row.ratio(
                "the server and a bare socket: time",
                BY_HAND,
                Bound.atMost(SERVER),
                results.time("walletBare", null),
                results.time("walletByHand", null)));
    }

    private static Row crowd(String what, double goal, String name, Figures figures) {
        return Row.ratio(what, BY_HAND, Bound.atLeast(goal), figures.of(name), figures.of("byHand"));
    }

    /** The SDK and the peer in turn, each in a process of its own. */
    private static void beside(List<Row> rows, Setting setting, String peer) throws IOException, InterruptedException {
        Figures figures = new Figures();
        String calls = setting.isLong() ? "20000" : "2000";
        try (Beside server = Beside.startLean(Canned.class)) {
            List<String> arguments = List.of(server.words().get(0), Game.KEY, Game.PLAYER, Game.SECRET, calls);
            for (int round = 0; round < setting.rounds(); round++) {
                figures.add("sdk.", setting.run(Peer.class, List.of(), arguments.toArray(new String[0])));
                figures.add("peer.", run(peer, arguments));
            }
        }
        String name = "`" + peer.replaceAll("\\S*/", "") + "`"; // without the folders of this machine
        rows.add(beside("one after the other: calls per second", name, Bound.atLeast(1), "sequential", figures));
        rows.add(beside("64 at a time: calls per second", name, Bound.atLeast(1), "concurrent", figures));
        rows.add(beside("read a board, beside a peer: time", name, Bound.atMost(1), "board", figures));
        rows.add(beside("start to first answer: time", name, Bound.none(), "coldStart", figures));
    }

    private static Row beside(String what, String peer, Bound goal, String figure, Figures figures) {
        return Row.ratio(what, peer, goal, figures.of("sdk." + figure), figures.of("peer." + figure));
    }

    private static List<String> run(String peer, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(peer.strip().split("\\s+", -1)));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(peer + " failed:\n" + said);
        }
        return said.lines().toList();
    }
}
