package io.kraty.benchmark.outage;

import java.util.Arrays;

/** What is to happen, earliest first: a heap of numbers, because there are tens of millions of them. */
final class Agenda {
    private long[] times = new long[1 << 16];
    private long[] events = new long[1 << 16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** When the next is due. */
    long time() {
        return times[0];
    }

    void add(long time, long event) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            events = Arrays.copyOf(events, size * 2);
        }
        int hole = size++;
        while (hole > 0 && times[(hole - 1) / 2] > time) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        times[hole] = time;
        events[hole] = event;
    }

    /** Takes the next. */
    long next() {
        long first = events[0];
        size--;
        long time = times[size];
        long event = events[size];
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && times[child + 1] < times[child]) {
                child++;
            }
            if (times[child] >= time) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        times[hole] = time;
        events[hole] = event;
        return first;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        events[to] = events[from];
    }
}
