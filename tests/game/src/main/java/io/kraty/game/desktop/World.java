package io.kraty.game.desktop;

import io.kraty.sandbox.Game;
import io.kraty.sandbox.KratySandbox;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The platform that the game brings along, for who has none. */
public final class World {
    /** The configured boards of it. */
    public static final List<String> BOARDS = List.of("weekly_best", "daily_region", "xp_league");

    private static final String FILE = "/io/kraty/game/sparkfall.yaml";

    private World() {}

    /** The platform with the game in it, still to be started. */
    public static KratySandbox.Builder sandbox() {
        try (InputStream in = World.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException(FILE);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return KratySandbox.builder().game(Game.parse(text, FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
