package io.kraty.sandbox.internal.definition;

import io.kraty.api.model.ResetCadence;
import io.kraty.api.model.ScoreAggregation;

/**
 * A configured leaderboard.
 *
 * @param key its key
 * @param cadence how often it starts over
 * @param aggregation which of several scores counts
 * @param source where scores come from
 * @param segmentation how it is split
 * @param promotedPlaces how many places at the top go up a division when a period is over; zero for none
 * @param relegatedPlaces how many at the bottom go down; zero for none
 * @param bots who else is on it, in each segment
 */
public record BoardDefinition(
        String key,
        ResetCadence cadence,
        ScoreAggregation aggregation,
        Source source,
        Segmentation segmentation,
        int promotedPlaces,
        int relegatedPlaces,
        BotsDefinition bots) {
    /** Where scores come from. */
    public sealed interface Source {
        /** Clients submit them. */
        record Clients() implements Source {}

        /** Nobody but the studio's own server. */
        record Server() implements Source {}

        /** What players earn of something, as the server counts it. Spending does not count against it. */
        record Earned(String economyKey) implements Source {}

        /** How much of something players have. */
        record Balance(String economyKey) implements Source {}
    }
}
