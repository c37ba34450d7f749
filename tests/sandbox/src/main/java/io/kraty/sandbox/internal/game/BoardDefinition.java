package io.kraty.sandbox.internal.game;

import io.kraty.api.model.ResetCadence;
import io.kraty.api.model.ScoreAggregation;
import org.jspecify.annotations.Nullable;

/** A leaderboard as the studio configured it. Filled by {@link DemoBoards}, then only read. */
final class BoardDefinition {
    /** Where scores come from. */
    enum Source {
        /** Clients submit them. */
        CLIENT,

        /** What players earn of something, as the server counts it. Spending does not count against it. */
        EARNED,

        /** How much of something players have. */
        BALANCE
    }

    final String key;
    final ResetCadence cadence;
    final ScoreAggregation aggregation;
    Source source = Source.CLIENT;
    Segmentation segmentation = new Segmentation.None();

    /** What is earned or had. */
    @Nullable
    String economyKey;

    /** How many places at either end move the player to another division; zero on boards that are no league. */
    int movingPlaces;

    int bots;
    double botCeiling;

    BoardDefinition(String key, ResetCadence cadence, ScoreAggregation aggregation) {
        this.key = key;
        this.cadence = cadence;
        this.aggregation = aggregation;
    }

    BoardDefinition from(Source scoreSource, String key) {
        source = scoreSource;
        economyKey = key;
        return this;
    }

    BoardDefinition segmentedBy(Segmentation by) {
        segmentation = by;
        return this;
    }

    BoardDefinition moving(int places) {
        movingPlaces = places;
        return this;
    }

    BoardDefinition bots(int count, double ceiling) {
        bots = count;
        botCeiling = ceiling;
        return this;
    }
}
