package io.kraty.sandbox.internal.game.boards;

import io.kraty.sandbox.internal.definition.BoardDefinition;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One period of a configured board. */
final class BoardPeriod {
    final Instant start;
    /** When it ended, or will end; null for never. */
    private @Nullable Instant end;

    private final BoardDefinition definition;
    private final Segments kinds;
    private final Seeds seeds;
    private final Instant botsFrom;
    private final Map<String, Board> segments = new LinkedHashMap<>();
    private final Map<Player, String> latest = new HashMap<>();

    /** A period in which nothing has happened, bots apart. */
    BoardPeriod(
            BoardDefinition definition,
            Segments kinds,
            Seeds seeds,
            Instant start,
            @Nullable Instant end,
            Instant botsFrom) {
        this.end = end;
        this.definition = definition;
        this.kinds = kinds;
        this.seeds = seeds;
        this.start = start;
        this.botsFrom = botsFrom;
    }

    @Nullable
    Instant end() {
        return end;
    }

    /** Lets it end when somebody says so. */
    void end(Instant now) {
        end = now;
    }

    boolean isOver(Instant now) {
        return end != null && !now.isBefore(end);
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

    /** The segment that a player's write goes to. */
    String enter(Player player, @Nullable String given) {
        String segment = kinds.forWrite(player, given, latest.get(player));
        latest.put(player, segment);
        return segment;
    }

    /** The segment in which the player was seen last; null if in none. */
    @Nullable
    String segmentOf(Player player) {
        return latest.get(player);
    }
}
