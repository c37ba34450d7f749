package io.kraty.benchmark.calls;

import io.kraty.benchmark.report.Beside;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call after the other, by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets them
public class Blocking {
    private Beside server;
    private Game sdk;
    private Game byHand;
    private BareSocket bare;

    /** Starts a server. */
    @Setup
    public void start() throws IOException {
        server = Beside.startLean(Canned.class);
        String url = server.words().get(0);
        sdk = new WithSdk(url);
        byHand = new WithoutSdk(url);
        bare = new BareSocket(url);
    }

    /** Ends it. */
    @TearDown
    public void end() throws IOException {
        bare.close();
        byHand.close();
        sdk.close();
        server.close();
    }

    @Benchmark
    public Object wallet() throws Exception {
        return sdk.wallet();
    }

    @Benchmark
    public Object walletByHand() throws Exception {
        return byHand.wallet();
    }

    @Benchmark
    public int walletBare() throws IOException {
        return bare.call();
    }

    @Benchmark
    public Object board() throws Exception {
        return sdk.board();
    }

    @Benchmark
    public Object boardByHand() throws Exception {
        return byHand.board();
    }

    @Benchmark
    public Object progress() throws Exception {
        return sdk.progress();
    }

    @Benchmark
    public Object progressByHand() throws Exception {
        return byHand.progress();
    }
}
