package io.kraty.sandbox.internal.definition;

import java.util.List;

/** How a board is split. */
public sealed interface Segmentation {
    /** Not at all. */
    record None() implements Segmentation {}

    /**
     * By a fact that clients state.
     *
     * @param fact its name in {@code playerContext}
     * @param buckets the values it may have; empty for any
     */
    record Context(String fact, List<String> buckets) implements Segmentation {}

    /**
     * By a progression: 0 is the first division, 1 the second, and so on.
     *
     * @param economyKey the progression
     * @param names the divisions, lowest first; at least one
     */
    record Division(String economyKey, List<String> names) implements Segmentation {}

    /** By where players come from, as the server knows it. */
    record Country() implements Segmentation {}

    /**
     * By several things at once.
     *
     * @param axes at least two; neither {@link None} nor {@link Combined}
     */
    record Combined(List<Segmentation> axes) implements Segmentation {}
}
