package io.kraty.sandbox.internal.game.boards;

import io.kraty.api.model.ProgressionBand;
import io.kraty.api.model.ProgressionLimits;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.definition.BoardDefinition;
import io.kraty.sandbox.internal.definition.Segmentation;
import io.kraty.sandbox.internal.game.holdings.Change;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a period does on a board with divisions: the first places go up, the last ones down.
 *
 * <p>[choice] Bots take places, but stay where they are. Who has nothing is not promoted. Where both ends meet on a
 * short board, promotion comes first. There is no way up from the highest division, and none down from the lowest.
 */
final class League {
    private final Holdings holdings;

    League(Holdings holdings) {
        this.holdings = holdings;
    }

    /** How many places move in this segment; null where none ever do. */
    static @Nullable ProgressionLimits limits(BoardDefinition definition, String segment) {
        boolean moves = definition.promotedPlaces() > 0 || definition.relegatedPlaces() > 0;
        if (!moves) {
            return null;
        }
        if (definition.segmentation() instanceof Segmentation.Division divisions) {
            return limits(definition, divisions, segment);
        }
        if (definition.segmentation() instanceof Segmentation.Combined combined) {
            for (int i = 0; i < combined.axes().size(); i++) {
                if (combined.axes().get(i) instanceof Segmentation.Division divisions) {
                    return limits(definition, divisions, CombinedSegments.part(segment, i));
                }
            }
        }
        return null;
    }

    private static ProgressionLimits limits(
            BoardDefinition definition, Segmentation.Division divisions, @Nullable String name) {
        int division = divisions.names().indexOf(name);
        boolean highest = division == divisions.names().size() - 1;
        return ProgressionLimits.builder()
                .promotion(highest ? null : band(definition.promotedPlaces(), divisions))
                .relegation(division == 0 ? null : band(definition.relegatedPlaces(), divisions))
                .build();
    }

    private static @Nullable ProgressionBand band(int places, Segmentation.Division divisions) {
        return places == 0 ? null : new ProgressionBand(places, divisions.economyKey());
    }

    void settle(BoardDefinition definition, BoardPeriod period) {
        for (String segment : period.names()) {
            ProgressionLimits limits = limits(definition, segment);
            Board board = period.find(segment);
            if (limits != null && board != null) {
                settle(limits, board.ranked());
            }
        }
    }

    private void settle(ProgressionLimits limits, List<Participant> ranked) {
        for (int i = 0; i < ranked.size(); i++) {
            Participant row = ranked.get(i);
            ProgressionBand up = limits.promotion();
            ProgressionBand down = limits.relegation();
            Player player = row.player();
            if (player == null) {
                continue;
            }
            if (up != null && i < up.places() && row.score() > 0) {
                move(player, up.itemKey(), 1, "promotion");
            } else if (down != null && i >= ranked.size() - down.places() && has(player, down.itemKey())) {
                move(player, down.itemKey(), -1, "relegation");
            }
        }
    }

    private void move(Player player, String economyKey, long delta, String reason) {
        holdings.change(player, Change.byRule(ResourceKind.BALANCE, economyKey, delta, reason, null));
    }

    private boolean has(Player player, String economyKey) {
        return holdings.amount(player, ResourceKind.BALANCE, economyKey) > 0;
    }
}
