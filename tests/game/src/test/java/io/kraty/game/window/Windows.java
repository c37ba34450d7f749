package io.kraty.game.window;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import io.kraty.game.online.Setup;
import io.kraty.game.screen.Sparkfall;
import io.kraty.game.state.Game;
import io.kraty.sandbox.KratySandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import okhttp3.OkHttpClient;

/** Opens the game's window on a platform of its own, and closes it when the script is over. */
final class Windows {
    /** Where the pictures go: a directory of the build. */
    static final Path PICTURES = Path.of(System.getProperty("kraty.pictures", "target/pictures"));

    private Windows() {}

    static KratySandbox sandbox() {
        try (InputStream in = Game.class.getResourceAsStream("/io/kraty/game/sparkfall.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return KratySandbox.builder()
                    .game(io.kraty.sandbox.Game.parse(text, "sparkfall.yaml"))
                    .lobbyFillTime(Duration.ofSeconds(3))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays the script; returns when it is over. */
    static void play(KratySandbox sandbox, Path files, Locale locale, int width, int height, Script script) {
        Lwjgl3ApplicationConfiguration window = new Lwjgl3ApplicationConfiguration();
        window.setTitle("Sparkfall");
        window.setWindowedMode(width, height);
        window.setDecorated(false);
        window.useVsync(false);
        window.setForegroundFPS(60);
        window.disableAudio(true);
        Setup setup = new Setup(
                sandbox.baseUrl(),
                sandbox.apiKey(),
                false,
                List.of("weekly_best", "daily_region", "xp_league"),
                files,
                work -> Gdx.app.postRunnable(work),
                new OkHttpClient(),
                info -> {});
        new Lwjgl3Application(new Sparkfall(() -> new Game(setup), locale, script), window);
    }
}
