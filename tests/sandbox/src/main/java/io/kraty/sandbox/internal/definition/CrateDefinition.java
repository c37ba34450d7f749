package io.kraty.sandbox.internal.definition;

import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardEntry;
import java.util.List;

/**
 * What is inside of a crate. It is rolled when the crate is opened.
 *
 * @param itemKey the crate's key in the catalog
 * @param guaranteed what is in it whatever the dice say
 * @param rolls how many times one of the outcomes is drawn
 * @param outcomes what can be drawn
 */
public record CrateDefinition(
        String itemKey, List<RewardEntry> guaranteed, RewardAmount rolls, List<Outcome> outcomes) {
    /**
     * What can come out.
     *
     * @param weight how likely it is, compared to the other outcomes
     * @param entries what it brings
     */
    public record Outcome(int weight, List<RewardEntry> entries) {}
}
