package io.kraty.game.screen;

import java.util.Arrays;

/** How long the game's own part of a frame took, of the last ten seconds or so. */
public final class Frames {
    private final long[] nanos = new long[600];
    private int count;
    private long began;
    private long worst;

    void begin() {
        began = System.nanoTime();
    }

    void end() {
        long took = System.nanoTime() - began;
        nanos[count++ % nanos.length] = took;
        worst = Math.max(worst, took);
    }

    /** How many frames there were since the beginning. */
    public int count() {
        return count;
    }

    /** The longest since the beginning, in milliseconds. */
    public double worst() {
        return worst / 1e6;
    }

    /** What 99 of 100 frames of the last ones did not exceed, in milliseconds. */
    public double usual() {
        long[] sorted = Arrays.copyOf(nanos, Math.min(count, nanos.length));
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * 99 / 100] / 1e6;
    }
}
