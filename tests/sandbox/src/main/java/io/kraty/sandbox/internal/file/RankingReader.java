package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;

/** Reads who is ranked with whom. */
final class RankingReader {
    private final SegmentationReader segmentations;
    private final LobbyReader lobbies;

    RankingReader(Names names, LobbyReader lobbies) {
        this.segmentations = new SegmentationReader(names);
        this.lobbies = lobbies;
    }

    Ranking read(Field field) {
        if (field.isText() && field.anyText().equals("global")) {
            return new Ranking.Global();
        }
        if (!field.isMapping()) {
            field.expected("global, or a mapping with segmentedBy, groupsOf or lobby");
            return new Ranking.Global();
        }
        String form = field.form("segmentedBy", "groupsOf", "lobby");
        if (form.isEmpty()) {
            return new Ranking.Global();
        }
        Field value = field.mapping(form).get(form);
        return switch (form) {
            case "segmentedBy" -> new Ranking.Segmented(segmentations.read(value));
            case "groupsOf" -> new Ranking.Grouped(value.count(2, 1000));
            default -> new Ranking.Lobbies(lobbies.read(value));
        };
    }
}
