package io.kraty.sdk.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at every state that a model can reach: whatever can happen next does, in each order, a crash at each
 * step included. The first path that breaks an invariant is the shortest, and is told step by step.
 */
final class Explorer<S> {
    // A model that grows beyond it is not small any more.
    private static final int MOST_STATES = 2_000_000;

    /** A state with equality, which knows what can happen next, and whether it may be. */
    interface Model<S> {
        /** What can happen in {@code state}, by name. */
        Map<String, S> next(S state);

        /** What is wrong with {@code state}; null for nothing. */
        String violation(S state);

        /** What is wrong if nothing goes wrong any more, and everybody goes on to the end; null for nothing. */
        String unfinished(S state);

        /** Whether a step named so is somebody going on, and not something going wrong. */
        boolean isProgress(String step);
    }

    private final Model<S> model;
    private final Map<S, S> cameFrom = new HashMap<>();
    private final Map<S, String> cameBy = new HashMap<>();

    Explorer(Model<S> model) {
        this.model = model;
    }

    /** The shortest way to something that may not be; empty if there is none. */
    List<String> explore(S start) {
        Deque<S> open = new ArrayDeque<>(List.of(start));
        cameFrom.put(start, start);
        while (!open.isEmpty()) {
            S state = open.remove();
            String wrong = model.violation(state);
            Map<String, S> next = model.next(state);
            boolean isEnd = next.keySet().stream().noneMatch(model::isProgress);
            if (wrong == null && isEnd) {
                wrong = model.unfinished(state);
            }
            if (wrong != null) {
                return path(state, wrong);
            }
            next.forEach((step, after) -> {
                if (cameFrom.putIfAbsent(after, state) == null) {
                    cameBy.put(after, step);
                    open.add(after);
                }
            });
            if (cameFrom.size() > MOST_STATES) {
                throw new AssertionError("more than " + MOST_STATES + " states");
            }
        }
        return List.of();
    }

    int states() {
        return cameFrom.size();
    }

    private List<String> path(S end, String wrong) {
        List<String> steps = new ArrayList<>(List.of(wrong));
        for (S state = end; cameBy.containsKey(state); state = cameFrom.get(state)) {
            steps.add(cameBy.get(state));
        }
        Collections.reverse(steps);
        return steps;
    }
}
