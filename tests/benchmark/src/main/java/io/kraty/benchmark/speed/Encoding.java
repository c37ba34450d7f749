package io.kraty.benchmark.speed;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A report of progress, from the object to bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Encoding {
    private final Writers writers = new Writers();

    @Benchmark
    public byte[] write() {
        return writers.sdk();
    }

    @Benchmark
    public byte[] writeByHand() throws IOException {
        return writers.byHand();
    }

    @Benchmark
    public byte[] writeByGson() {
        return writers.gson();
    }
}
