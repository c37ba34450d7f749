package io.kraty.sdk.chaos;

import java.util.ArrayList;
import java.util.List;

/**
 * Shortens a list that fails for as long as it goes on failing: by halves, by quarters, and in the end one by
 * one.
 */
final class Shrinker {
    /** Plays it. */
    interface Fails {
        boolean test(List<Step> steps) throws Exception;
    }

    private final Fails fails;

    Shrinker(Fails fails) {
        this.fails = fails;
    }

    /** What is left when nothing can be left out any more. */
    List<Step> shrink(List<Step> all) throws Exception {
        List<Step> steps = all;
        for (int size = Math.max(1, steps.size() / 2); ; ) {
            List<Step> shorter = without(steps, size);
            if (shorter != null) {
                steps = shorter;
                size = Math.min(size, Math.max(1, steps.size()));
            } else if (size == 1) {
                return steps;
            } else {
                size = Math.max(1, size / 2);
            }
        }
    }

    private List<Step> without(List<Step> steps, int size) throws Exception {
        for (int from = 0; from < steps.size(); from += size) {
            List<Step> rest = new ArrayList<>(steps);
            rest.subList(from, Math.min(from + size, steps.size())).clear();
            if (fails.test(rest)) {
                return rest;
            }
        }
        return null;
    }
}
