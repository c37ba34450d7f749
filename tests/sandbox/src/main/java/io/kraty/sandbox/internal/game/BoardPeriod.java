package io.kraty.sandbox.internal.game;

import io.kraty.sandbox.internal.definition.BoardDefinition;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One period of a configured board. */
final class BoardPeriod {
    final Instant start;
    private final BoardDefinition definition;
    private final Segments kinds;
    private final Seeds seeds;
    private final Instant botsFrom;
    private final Map<String, Board> segments = new LinkedHashMap<>();
    private final Map<Player, String> latest = new HashMap<>();

    /** A period in which nothing has happened, bots apart. */
    BoardPeriod(BoardDefinition definition, Segments kinds, Seeds seeds, Instant start, Instant botsFrom) {
        this.definition = definition;
        this.kinds = kinds;
        this.seeds = seeds;
        this.start = start;
        this.botsFrom = botsFrom;
    }

    void open() {
        kinds.fixed().forEach(this::board);
    }

    /** The names of the segments, in the order in which they came about. */
    List<String> names() {
        return List.copyOf(segments.keySet());
    }

    @Nullable
    Board find(String segment) {
        return segments.get(segment);
    }

    /** The board of the segment, made if there is none. */
    Board board(String segment) {
        return segments.computeIfAbsent(
                segment,
                name -> new Board(
                        seeds.id("period", definition.key(), start.toString(), name),
                        seeds,
                        definition.bots(),
                        botsFrom));
    }

    /** The segment that a player's write goes to. In a league, a player stays for the period where it found them. */
    String enter(Player player, @Nullable String given) {
        String before = latest.get(player);
        if (before != null && kinds instanceof Segments.ByDivision) {
            return before;
        }
        String segment = kinds.forWrite(player, given);
        latest.put(player, segment);
        return segment;
    }

    /** The segment in which the player was seen last; null if in none. */
    @Nullable
    String segmentOf(Player player) {
        return latest.get(player);
    }
}
