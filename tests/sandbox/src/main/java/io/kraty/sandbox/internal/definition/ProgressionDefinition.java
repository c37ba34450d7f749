package io.kraty.sandbox.internal.definition;

import io.kraty.api.model.RewardEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moves a progression, besides rewards.
 *
 * @param key its economy key
 * @param clientWritable whether clients may move it themselves
 * @param derived what it follows; null if nothing
 */
public record ProgressionDefinition(
        String key, boolean clientWritable, @Nullable Derived derived) {
    /**
     * A progression that follows another one: a level that follows experience.
     *
     * @param from the economy key it follows
     * @param thresholds how much of that each step takes, ascending; as many steps as there are thresholds
     * @param reward what each new step is worth, once; empty for nothing
     */
    public record Derived(String from, List<Long> thresholds, List<RewardEntry> reward) {}
}
