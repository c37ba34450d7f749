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
final class World {
    /** The configured boards of it. */
    static final List<String> BOARDS = List.of("weekly_best", "daily_region", "xp_league");

    private static final String FILE = "/io/kraty/game/sparkfall.yaml";

    private World() {}

    static KratySandbox start() {
        try (InputStream in = World.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException(FILE);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return KratySandbox.builder().game(Game.parse(text, FILE)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
