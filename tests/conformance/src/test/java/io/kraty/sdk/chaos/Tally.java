package io.kraty.sdk.chaos;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How much happened. Thread-safe. */
final class Tally {
    final LongAdder schedules = new LongAdder();
    final LongAdder requests = new LongAdder();
    final LongAdder faults = new LongAdder();
    private final Map<String, LongAdder> others = new ConcurrentSkipListMap<>();

    void add(String what) {
        others.computeIfAbsent(what, any -> new LongAdder()).increment();
    }

    long count(String what) {
        LongAdder counted = others.get(what);
        return counted == null ? 0 : counted.sum();
    }

    @Override
    public String toString() {
        return schedules + " schedules, " + requests + " requests, " + faults + " of them in trouble; " + others;
    }
}
