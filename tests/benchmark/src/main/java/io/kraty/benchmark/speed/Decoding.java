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
    public void readExamples() {
        readers = Readers.of(payload);
    }

    @Benchmark
    public @Nullable Object read() throws IOException {
        return readers.sdk();
    }

    @Benchmark
    public Object readByHand() throws IOException {
        return readers.byHand();
    }

    @Benchmark
    public Object readByGson() throws IOException {
        return readers.gson();
    }
}
