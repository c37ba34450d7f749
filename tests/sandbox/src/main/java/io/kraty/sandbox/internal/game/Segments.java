package io.kraty.sandbox.internal.game;

import io.kraty.sandbox.internal.definition.Segmentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which segment of a board is meant. That of a board that is not split has the empty name.
 *
 * <p>[choice] A write without a segment goes by the {@code playerContext} of the latest started attempt, or by the
 * segment given last. A segment that is given wins, and counts as stated from then on. In a league, a read that names
 * neither a division nor a player gets the first one, and a write's segment is ignored.
 */
sealed interface Segments {
    /** The rule for a definition. */
    static Segments of(Segmentation segmentation) {
        if (segmentation instanceof Segmentation.Context context) {
            return new ByContext(context);
        }
        if (segmentation instanceof Segmentation.Division division) {
            return new ByDivision(division);
        }
        return new Unsplit();
    }

    /** The names that exist from the start; others come with the players. */
    List<String> fixed();

    /** The segment that a read asks for; {@code null} stands for no wish. */
    String forRead(@Nullable String asked);

    /** The segment that a player's write goes to. */
    String forWrite(Player player, @Nullable String given);

    /** The segment the player is in as things are; null if nothing tells. */
    @Nullable
    String of(Player player);

    /** A segment is ignored. */
    record Unsplit() implements Segments {
        @Override
        public List<String> fixed() {
            return List.of("");
        }

        @Override
        public String forRead(@Nullable String asked) {
            return "";
        }

        @Override
        public String forWrite(Player player, @Nullable String given) {
            return "";
        }

        @Override
        public String of(Player player) {
            return "";
        }
    }

    /** By a fact that the client states. */
    record ByContext(Segmentation.Context by) implements Segments {
        @Override
        public List<String> fixed() {
            return by.buckets();
        }

        @Override
        public String forRead(@Nullable String asked) {
            if (asked == null || asked.isEmpty()) {
                throw ApiError.invalid("segment", "is required: the board is split by " + by.fact());
            }
            if (!by.buckets().isEmpty() && !by.buckets().contains(asked)) {
                throw ApiError.invalid("segment", "must be one of " + by.buckets());
            }
            return asked;
        }

        @Override
        public String forWrite(Player player, @Nullable String given) {
            String segment = forRead(given == null || given.isEmpty() ? of(player) : given);
            player.context.put(by.fact(), segment);
            return segment;
        }

        @Override
        public @Nullable String of(Player player) {
            return player.context.get(by.fact());
        }
    }

    /** By a progression. */
    record ByDivision(Segmentation.Division by) implements Segments {
        @Override
        public List<String> fixed() {
            return by.names();
        }

        @Override
        public String forRead(@Nullable String asked) {
            if (asked == null || asked.isEmpty()) {
                return by.names().get(0);
            }
            if (!by.names().contains(asked)) {
                throw ApiError.invalid("segment", "must be one of " + by.names());
            }
            return asked;
        }

        @Override
        public String forWrite(Player player, @Nullable String given) {
            return of(player);
        }

        @Override
        public String of(Player player) {
            Holding holding = player.balances.get(by.economyKey());
            long division = holding == null ? 0 : holding.amount();
            return by.names().get((int) Math.min(division, by.names().size() - 1));
        }
    }
}
