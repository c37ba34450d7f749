package io.kraty.sandbox.internal.definition;

import java.util.List;

/**
 * The bots of a board.
 *
 * @param count how many
 * @param weakest the score that the weakest stops at
 * @param strongest the score that the strongest stops at
 * @param names what they are called; empty for names out of a pool
 */
public record BotsDefinition(int count, double weakest, double strongest, List<String> names) {
    /** No bots. */
    public static final BotsDefinition NONE = new BotsDefinition(0, 0, 0, List.of());

    /** As many others of the same kind. */
    public BotsDefinition withCount(int other) {
        return new BotsDefinition(other, weakest, strongest, names);
    }
}
