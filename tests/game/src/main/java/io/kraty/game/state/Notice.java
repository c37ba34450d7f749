package io.kraty.game.state;

import java.util.List;

/**
 * A word in passing: what the player should see once.
 *
 * @param tone what it is about
 * @param key the text, by its key
 * @param arguments what stands in the text: numbers, names by catalog key ({@link Thing}), or words of the platform
 * @param rewards what came with it
 */
public record Notice(Tone tone, String key, List<Object> arguments, List<Reward> rewards) {
    /** What a notice is about. */
    public enum Tone {
        GOOD,
        INFO,
        WARNING
    }

    /** Something of the catalog, or an event, which the screen names in the player's language. */
    public record Thing(String key) {}

    static Notice of(Tone tone, String key, Object... arguments) {
        return new Notice(tone, key, List.of(arguments), List.of());
    }
}
