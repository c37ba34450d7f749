package io.kraty.sandbox.internal.game;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a board is split into segments. The segment of a board that is not split has the empty name. */
sealed interface Segmentation {
    /** The names that exist from the start; others come with the players. */
    List<String> fixed();

    /** The segment that a read asks for; {@code null} stands for no wish. */
    String forRead(@Nullable String asked);

    /** The segment that a player's write goes to. */
    String forWrite(Player player, @Nullable String given);

    /** The segment the player is in as things are; null if nothing tells. */
    @Nullable
    String of(Player player);

    /** Not at all: a segment is ignored. */
    record None() implements Segmentation {
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

    /**
     * By a fact that the client states.
     *
     * <p>[choice] A write without a segment goes by the {@code playerContext} of the latest started attempt, or by the
     * segment given last. A segment that is given wins, and counts as stated from then on.
     *
     * @param fact its name in {@code playerContext}
     * @param buckets the values it may have; empty for any
     */
    record Context(String fact, List<String> buckets) implements Segmentation {
        @Override
        public List<String> fixed() {
            return buckets;
        }

        @Override
        public String forRead(@Nullable String asked) {
            if (asked == null || asked.isEmpty()) {
                throw ApiError.invalid("segment", "is required: the board is split by " + fact);
            }
            if (!buckets.isEmpty() && !buckets.contains(asked)) {
                throw ApiError.invalid("segment", "must be one of " + buckets);
            }
            return asked;
        }

        @Override
        public String forWrite(Player player, @Nullable String given) {
            String segment = forRead(given == null || given.isEmpty() ? of(player) : given);
            player.context.put(fact, segment);
            return segment;
        }

        @Override
        public @Nullable String of(Player player) {
            return player.context.get(fact);
        }
    }

    /**
     * By a progression: 0 is the first division, 1 the second, and so on.
     *
     * <p>[choice] A read that names neither a division nor a player gets the first one. A write's segment is ignored.
     *
     * @param economyKey the progression
     * @param names the divisions, lowest first
     */
    record Division(String economyKey, List<String> names) implements Segmentation {
        @Override
        public List<String> fixed() {
            return names;
        }

        @Override
        public String forRead(@Nullable String asked) {
            if (asked == null || asked.isEmpty()) {
                return names.get(0);
            }
            if (!names.contains(asked)) {
                throw ApiError.invalid("segment", "must be one of " + names);
            }
            return asked;
        }

        @Override
        public String forWrite(Player player, @Nullable String given) {
            return of(player);
        }

        @Override
        public String of(Player player) {
            Holding holding = player.balances.get(economyKey);
            long division = holding == null ? 0 : holding.amount();
            return names.get((int) Math.min(division, names.size() - 1));
        }
    }
}
