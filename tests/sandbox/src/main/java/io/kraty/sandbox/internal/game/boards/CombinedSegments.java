package io.kraty.sandbox.internal.game.boards;

import io.kraty.sandbox.internal.definition.Segmentation;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Segments by several things at once.
 *
 * <p>[choice] The parts of a name are joined by {@code |}, in the order of the definition; so no stated fact may hold
 * one. A read or a write names all parts, or those alone that clients state, and none where they state nothing. The
 * other parts of a write are those that the server knows; those of a read, too, if it says who reads.
 */
record CombinedSegments(List<Segments> axes) implements Segments {
    private static final String SEPARATOR = "|";

    static CombinedSegments of(Segmentation.Combined combined, Holdings holdings) {
        return new CombinedSegments(combined.axes().stream()
                .map(axis -> Segments.of(axis, holdings))
                .toList());
    }

    /** What the segment of that name is called along one axis; null stands for no segment. */
    static @Nullable String part(@Nullable String name, int axis) {
        return name == null ? null : split(name).get(axis);
    }

    @Override
    public List<String> fixed() {
        return List.of();
    }

    @Override
    public String forRead(@Nullable String asked, @Nullable Player self, @Nullable String before) {
        List<@Nullable String> given = given(asked);
        if (self == null && given.contains(null)) {
            throw ApiError.invalid("segment", "is required: " + axes.size() + " parts, joined by " + SEPARATOR);
        }
        return join((axis, i) -> axis.forRead(given.get(i), self, part(before, i)));
    }

    @Override
    public String forWrite(Player player, @Nullable String asked, @Nullable String before) {
        List<@Nullable String> given = given(asked);
        return join((axis, i) -> axis.forWrite(player, given.get(i), part(before, i)));
    }

    @Override
    public String forStart(Player player, Map<String, String> facts) {
        return join((axis, i) -> axis.forStart(player, facts));
    }

    @Override
    public @Nullable String of(Player player, @Nullable String before) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            String value = axes.get(i).of(player, part(before, i));
            if (value == null || value.contains(SEPARATOR)) {
                return null;
            }
            parts.add(value);
        }
        return String.join(SEPARATOR, parts);
    }

    @Override
    public boolean isStated() {
        return axes.stream().anyMatch(Segments::isStated);
    }

    /** What is named along each axis; null where nothing is. */
    private List<@Nullable String> given(@Nullable String name) {
        List<String> parts = name == null || name.isEmpty() ? List.of() : split(name);
        long stated = axes.stream().filter(Segments::isStated).count();
        if (!parts.isEmpty() && parts.size() != axes.size() && parts.size() != stated) {
            throw ApiError.invalid("segment", "must have " + axes.size() + " parts, joined by " + SEPARATOR);
        }
        List<@Nullable String> given = new ArrayList<>();
        int next = 0;
        for (Segments axis : axes) {
            boolean isGiven = parts.size() == axes.size() || (axis.isStated() && next < parts.size());
            given.add(isGiven ? parts.get(next++) : null);
        }
        return given;
    }

    private String join(BiFunction<Segments, Integer, String> part) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            String value = part.apply(axes.get(i), i);
            if (value.contains(SEPARATOR)) {
                throw ApiError.invalid("segment", "must not hold a " + SEPARATOR + " in a part of it");
            }
            parts.add(value);
        }
        return String.join(SEPARATOR, parts);
    }

    private static List<String> split(String name) {
        return List.of(name.split("\\|", -1));
    }
}
