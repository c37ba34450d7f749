package io.kraty.sandbox.internal.game.boards;

import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.definition.Segmentation;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which segment of a board is meant. That of a board that is not split has the empty name.
 *
 * <p>[choice] A write without a segment goes by the {@code playerContext} of the latest started attempt, or by the
 * segment given last. A segment that is given wins, and counts as stated from then on. In a league, a read that names
 * neither a division nor a player gets the first one, and a write's segment is ignored. By country, it is the same, but
 * a read has to name one or the other.
 */
public sealed interface Segments
        permits Segments.Unsplit, Segments.ByContext, Segments.ByDivision, Segments.ByCountry, CombinedSegments {
    /** The rule for a definition. */
    static Segments of(Segmentation segmentation, Holdings holdings) {
        if (segmentation instanceof Segmentation.Context context) {
            return new ByContext(context);
        }
        if (segmentation instanceof Segmentation.Division division) {
            return new ByDivision(division, holdings);
        }
        if (segmentation instanceof Segmentation.Country) {
            return new ByCountry();
        }
        if (segmentation instanceof Segmentation.Combined combined) {
            return CombinedSegments.of(combined, holdings);
        }
        return new Unsplit();
    }

    /** The names that exist from the start; others come with the players. */
    List<String> fixed();

    /**
     * The segment that a read asks for.
     *
     * @param asked its name; {@code null} stands for no wish
     * @param self who reads; {@code null} for nobody in particular
     * @param before the segment in which they were seen last; {@code null} for none
     */
    String forRead(@Nullable String asked, @Nullable Player self, @Nullable String before);

    /** The segment that a player's write goes to. */
    String forWrite(Player player, @Nullable String given, @Nullable String before);

    /** The segment that an attempt is ranked in. */
    String forStart(Player player, Map<String, String> facts);

    /** The segment the player is in as things are; null if nothing tells. */
    @Nullable
    String of(Player player, @Nullable String before);

    /** Whether it follows from what clients state. */
    default boolean isStated() {
        return false;
    }

    /** A segment is ignored. */
    record Unsplit() implements Segments {
        @Override
        public List<String> fixed() {
            return List.of("");
        }

        @Override
        public String forRead(@Nullable String asked, @Nullable Player self, @Nullable String before) {
            return "";
        }

        @Override
        public String forWrite(Player player, @Nullable String given, @Nullable String before) {
            return "";
        }

        @Override
        public String forStart(Player player, Map<String, String> facts) {
            return "";
        }

        @Override
        public String of(Player player, @Nullable String before) {
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
        public String forRead(@Nullable String asked, @Nullable Player self, @Nullable String before) {
            return require("segment", asked);
        }

        @Override
        public String forWrite(Player player, @Nullable String given, @Nullable String before) {
            String segment = require("segment", isBlank(given) ? of(player, before) : given);
            player.state(by.fact(), segment);
            return segment;
        }

        @Override
        public String forStart(Player player, Map<String, String> facts) {
            return require("playerContext." + by.fact(), facts.get(by.fact()));
        }

        @Override
        public @Nullable String of(Player player, @Nullable String before) {
            String stated = player.fact(by.fact());
            return stated == null || isOpen(stated) ? stated : null;
        }

        @Override
        public boolean isStated() {
            return true;
        }

        private boolean isOpen(String value) {
            return by.buckets().isEmpty() || by.buckets().contains(value);
        }

        private String require(String field, @Nullable String value) {
            if (value == null || value.isEmpty()) {
                throw ApiError.invalid(field, "is required: the board is split by " + by.fact());
            }
            if (!isOpen(value)) {
                throw ApiError.invalid(field, "must be one of " + by.buckets());
            }
            return value;
        }
    }

    /** By a progression. */
    record ByDivision(Segmentation.Division by, Holdings holdings) implements Segments {
        @Override
        public List<String> fixed() {
            return by.names();
        }

        @Override
        public String forRead(@Nullable String asked, @Nullable Player self, @Nullable String before) {
            if (asked == null || asked.isEmpty()) {
                return self == null ? by.names().get(0) : of(self, before);
            }
            if (!by.names().contains(asked)) {
                throw ApiError.invalid("segment", "must be one of " + by.names());
            }
            return asked;
        }

        @Override
        public String forWrite(Player player, @Nullable String given, @Nullable String before) {
            return of(player, before);
        }

        @Override
        public String forStart(Player player, Map<String, String> facts) {
            return of(player, null);
        }

        /** A player stays for the period where it found them. */
        @Override
        public String of(Player player, @Nullable String before) {
            if (before != null) {
                return before;
            }
            long division = holdings.amount(player, ResourceKind.BALANCE, by.economyKey());
            return by.names().get((int) Math.min(division, by.names().size() - 1));
        }
    }

    /** By where the player comes from, as the server knows it. */
    record ByCountry() implements Segments {
        // What ISO 3166-1 leaves to its users; here, for somebody from nowhere.
        private static final String NOWHERE = "ZZ";

        @Override
        public List<String> fixed() {
            return List.of();
        }

        @Override
        public String forRead(@Nullable String asked, @Nullable Player self, @Nullable String before) {
            if (asked != null && !asked.isEmpty()) {
                return asked;
            }
            if (self == null) {
                throw ApiError.invalid("segment", "is required: the board is split by country");
            }
            return of(self, before);
        }

        @Override
        public String forWrite(Player player, @Nullable String given, @Nullable String before) {
            return of(player, before);
        }

        @Override
        public String forStart(Player player, Map<String, String> facts) {
            return of(player, null);
        }

        @Override
        public String of(Player player, @Nullable String before) {
            return Objects.requireNonNullElse(player.identity().country(), NOWHERE);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
