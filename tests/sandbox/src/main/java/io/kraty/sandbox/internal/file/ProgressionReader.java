package io.kraty.sandbox.internal.file;

import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.internal.definition.ProgressionDefinition;
import io.kraty.sandbox.internal.definition.ProgressionDefinition.Derived;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads what moves progressions. What players see of them is read with the catalog. */
final class ProgressionReader {
    private static final int MOST_STEPS = 10_000;

    private final Names names;
    private final RewardReader rewards;

    private ProgressionReader(Names names, RewardReader rewards) {
        this.names = names;
        this.rewards = rewards;
    }

    static Map<String, ProgressionDefinition> read(Field field, Names names, RewardReader rewards) {
        ProgressionReader reader = new ProgressionReader(names, rewards);
        Map<String, ProgressionDefinition> progressions = new LinkedHashMap<>();
        for (String key : field.keys()) {
            Field progression = field.peek(key);
            boolean writable = progression.peek("clientWritable").or(false, Field::truth);
            Derived derived = progression.peek("derived").orNull(reader::derived);
            if (writable || derived != null) {
                progressions.put(key, new ProgressionDefinition(key, writable, derived));
            }
        }
        for (String key : progressions.keySet()) {
            if (followsItself(key, progressions)) {
                field.peek(key).peek("derived").peek("from").problem("follows itself in the end");
            }
        }
        return progressions;
    }

    private Derived derived(Field field) {
        Mapping derived = field.mapping("from", "every", "upTo", "thresholds", "reward");
        return new Derived(
                names.economy(derived.get("from")),
                thresholds(field, derived),
                derived.get("reward").or(List.<RewardEntry>of(), rewards::entries));
    }

    private static List<Long> thresholds(Field field, Mapping derived) {
        if (derived.has("every") == derived.has("thresholds")) {
            if (field.isMapping()) {
                field.problem("must have either every or thresholds");
            }
            return List.of();
        }
        int upTo = derived.get("upTo").or(100, steps -> steps.count(1, MOST_STEPS));
        if (derived.has("every")) {
            long every = derived.get("every").whole(1, Field.MOST);
            return LongStream.rangeClosed(1, upTo)
                    .mapToObj(step -> step * every)
                    .toList();
        }
        List<Long> thresholds = derived.get("thresholds").filledList(step -> step.whole(1, Field.MOST));
        for (int i = 1; i < thresholds.size(); i++) {
            if (thresholds.get(i) <= thresholds.get(i - 1)) {
                Field step = derived.get("thresholds").list().get(i);
                step.expected("more than the threshold before, " + thresholds.get(i - 1));
            }
        }
        return thresholds;
    }

    private static boolean followsItself(String key, Map<String, ProgressionDefinition> progressions) {
        Set<String> seen = new HashSet<>();
        @Nullable ProgressionDefinition next = progressions.get(key);
        while (next != null && next.derived() != null && seen.add(next.key())) {
            if (next.derived().from().equals(key)) {
                return true;
            }
            next = progressions.get(next.derived().from());
        }
        return false;
    }
}
