package io.kraty.sandbox;

import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.file.GameReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A game for the sandbox to play: its catalog, events, boards, rewards and players. It comes from a file in YAML 1.2, or
 * in JSON, which YAML includes.
 *
 * <p>The demo game's file, {@code io/kraty/sandbox/demo-game.yaml} on the class path, explains each part; copy it to
 * begin a game of your own. {@code io/kraty/sandbox/game.schema.json} beside it is the JSON Schema that editors check and
 * complete such files with.
 *
 * <p>Immutable. One game may be played by many sandboxes.
 *
 * @since 0.1.0
 */
public final class Game {
    private final GameDefinition definition;

    private Game(GameDefinition definition) {
        this.definition = definition;
    }

    /** The demo game, which shows every part of the API. */
    public static Game demo() {
        return Demo.GAME;
    }

    /**
     * The game that a file describes.
     *
     * @param file the file, in UTF-8
     * @throws GameFileException if something in it is wrong; it lists everything that is
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Game read(Path file) {
        String name = Objects.toString(file.getFileName(), file.toString());
        try {
            return parse(Files.readString(file), name);
        } catch (CharacterCodingException e) {
            throw new GameFileException(name, List.of(new GameFileException.Problem(1, 1, "", "must be in UTF-8")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the game from " + file, e);
        }
    }

    /**
     * The game that a text describes.
     *
     * @param text YAML or JSON
     * @param name what to call the text where something in it is wrong
     * @throws GameFileException if something is wrong; it lists everything that is
     */
    public static Game parse(String text, String name) {
        return new Game(GameReader.read(text, name));
    }

    /** What the game is called. */
    public String name() {
        return definition.name();
    }

    GameDefinition definition() {
        return definition;
    }

    /** Whether the other one is the same game, whatever file it came from. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Game game && definition.equals(game.definition);
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }

    @Override
    public String toString() {
        return "Game[" + name() + "]";
    }

    /** Read when somebody first asks for it. */
    private static final class Demo {
        static final Game GAME = parse(text(), "demo-game.yaml");

        private static String text() {
            try (InputStream in = Objects.requireNonNull(Game.class.getResourceAsStream("demo-game.yaml"))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
