package io.kraty.sandbox.internal.file;

import io.kraty.api.model.ResetCadence;
import io.kraty.api.model.ScoreAggregation;
import io.kraty.sandbox.internal.definition.BoardDefinition;
import io.kraty.sandbox.internal.definition.BoardDefinition.Source;
import io.kraty.sandbox.internal.definition.BotsDefinition;
import io.kraty.sandbox.internal.definition.Segmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the configured boards. */
final class BoardReader {
    private static final Map<String, ResetCadence> CADENCES = Words.of(ResetCadence.values());
    private static final Map<String, ScoreAggregation> AGGREGATIONS = Words.of(ScoreAggregation.values());
    private static final double GOOD_SCORE = 1000;

    private final Names names;
    private final BotsReader bots;
    private final SegmentationReader segmentations;

    BoardReader(Names names, BotsReader bots) {
        this.names = names;
        this.bots = bots;
        this.segmentations = new SegmentationReader(names);
    }

    List<BoardDefinition> read(Field field) {
        List<BoardDefinition> boards = new ArrayList<>();
        field.named().forEach((key, value) -> boards.add(board(key, value)));
        return List.copyOf(boards);
    }

    private BoardDefinition board(String key, Field field) {
        Mapping board = field.mapping(
                "resetCadence",
                "scoreAggregation",
                "scoredBy",
                "segmentedBy",
                "promotedPlaces",
                "relegatedPlaces",
                "goodScore",
                "bots");
        Segmentation segmentation = board.get("segmentedBy").or(new Segmentation.None(), segmentations::read);
        double goodScore = board.get("goodScore").or(GOOD_SCORE, Field::positive);
        BotsDefinition others = bots.read(board.get("bots"), 0, goodScore);
        return new BoardDefinition(
                key,
                board.get("resetCadence").or(ResetCadence.NEVER, cadence -> cadence.word(CADENCES)),
                board.get("scoreAggregation").or(ScoreAggregation.BEST, aggregation -> aggregation.word(AGGREGATIONS)),
                board.get("scoredBy").or(new Source.Clients(), this::source),
                segmentation,
                places(board.get("promotedPlaces"), segmentation),
                places(board.get("relegatedPlaces"), segmentation),
                others.count() == 0 ? BotsDefinition.NONE : others);
    }

    private Source source(Field field) {
        if (field.isText() && field.anyText().equals("clients")) {
            return new Source.Clients();
        }
        if (field.isText() && field.anyText().equals("server")) {
            return new Source.Server();
        }
        if (!field.isMapping()) {
            field.expected("clients, server, or a mapping with earned or balance");
            return new Source.Server();
        }
        String form = field.form("earned", "balance");
        if (form.isEmpty()) {
            return new Source.Server();
        }
        String economyKey = names.economy(field.mapping(form).get(form));
        return form.equals("earned") ? new Source.Earned(economyKey) : new Source.Balance(economyKey);
    }

    private static int places(Field field, Segmentation segmentation) {
        int before = field.problems();
        int places = field.or(0, most -> most.count(0, 1000));
        if (before == field.problems() && places > 0 && !SegmentationReader.hasDivisions(segmentation)) {
            field.problem("says nothing on a board that is not segmented by a division");
        }
        return places;
    }
}
