package io.kraty.game.window;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import io.kraty.game.desktop.World;
import io.kraty.game.online.Setup;
import io.kraty.game.screen.Sparkfall;
import io.kraty.game.state.Game;
import io.kraty.sandbox.KratySandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import okhttp3.OkHttpClient;

/** Opens the game's window on a platform of its own, and closes it when the script is over. */
final class Windows {
    /** Where the pictures go: a directory of the build. */
    static final Path PICTURES = Path.of(System.getProperty("kraty.pictures", "target/pictures"));

    private Windows() {}

    static KratySandbox sandbox() {
        return World.sandbox().lobbyFillTime(Duration.ofSeconds(3)).start();
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
                World.BOARDS,
                files,
                work -> Gdx.app.postRunnable(work),
                new OkHttpClient(),
                info -> {});
        new Lwjgl3Application(new Sparkfall(() -> new Game(setup), locale, script), window);
    }
}
