package io.kraty.sandbox.internal.file;

import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.internal.definition.CrateDefinition;
import io.kraty.sandbox.internal.definition.CrateDefinition.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is inside of crates. A crate may hold another of its kind: it is only rolled when it is opened. */
final class CrateReader {
    private CrateReader() {}

    static Map<String, CrateDefinition> read(Field field, Names names, RewardReader rewards) {
        Map<String, CrateDefinition> crates = new LinkedHashMap<>();
        field.or(Map.<String, Field>of(), Field::named)
                .forEach((key, value) -> crates.put(key, crate(key, value, names, rewards)));
        return crates;
    }

    private static CrateDefinition crate(String key, Field field, Names names, RewardReader rewards) {
        field.require("an item", key, names.items());
        Mapping crate = field.mapping("guaranteed", "rolls", "outcomes");
        if (field.isMapping() && !crate.has("guaranteed") && !crate.has("outcomes")) {
            field.problem("must have guaranteed or outcomes, or there is nothing inside");
        }
        return new CrateDefinition(
                key,
                crate.get("guaranteed").or(List.<RewardEntry>of(), rewards::entries),
                crate.get("rolls").or(RewardAmount.of(1), RewardReader::amount),
                crate.get("outcomes")
                        .or(List.<Outcome>of(), list -> list.filledList(outcome -> outcome(outcome, rewards))));
    }

    private static Outcome outcome(Field field, RewardReader rewards) {
        Mapping outcome = field.mapping("weight", "entries");
        return new Outcome(
                outcome.get("weight").or(1, weight -> weight.count(1, 1_000_000)),
                rewards.entries(outcome.get("entries")));
    }
}
