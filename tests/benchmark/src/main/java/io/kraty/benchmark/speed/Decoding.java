package io.kraty.benchmark.speed;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Answers, from bytes to objects. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets them
public class Decoding {
    @Param
    Payload payload;

    private Readers readers;

    /** Reads the contract's examples. */
    @Setup
    public void read() {
        readers = Readers.of(payload);
    }

    @Benchmark
    public @Nullable Object sdk() throws IOException {
        return readers.sdk();
    }

    @Benchmark
    public Object byHand() throws IOException {
        return readers.byHand();
    }

    @Benchmark
    public Object gson() throws IOException {
        return readers.gson();
    }
}
