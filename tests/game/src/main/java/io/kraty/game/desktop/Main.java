package io.kraty.game.desktop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.utils.Os;
import com.badlogic.gdx.utils.SharedLibraryLoader;
import io.kraty.game.online.Setup;
import io.kraty.game.screen.Sparkfall;
import io.kraty.game.state.Game;
import io.kraty.sandbox.KratySandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.Configuration;

/** Starts the game in a window of its own. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("Try --help.");
            return;
        }
        if (options.help()) {
            System.out.println(Options.HELP);
        } else if (options.baseUrl() != null && options.apiKey() != null) {
            play(options, options.baseUrl(), options.apiKey(), options.boards(), home().resolve("real"), null);
        } else {
            // Its players end with it, so that what is kept of them does, too.
            Path files = Files.createTempDirectory("sparkfall");
            try (KratySandbox sandbox = World.sandbox().start()) {
                play(options, sandbox.baseUrl(), sandbox.apiKey(), World.BOARDS, files, sandbox);
            }
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"), ".sparkfall");
    }

    private static void play(
            Options options,
            String baseUrl,
            String apiKey,
            List<String> boards,
            Path files,
            @Nullable KratySandbox sandbox) {
        if (SharedLibraryLoader.os == Os.MacOsX) {
            Configuration.GLFW_LIBRARY_NAME.set("glfw_async"); // Maven has the first thread, which the other one needs
        }
        Lwjgl3ApplicationConfiguration window = new Lwjgl3ApplicationConfiguration();
        window.setTitle("Sparkfall");
        window.setWindowedMode(options.width(), options.height());
        window.setWindowSizeLimits(640, 400, -1, -1);
        window.useVsync(true);
        window.setForegroundFPS(60);
        window.disableAudio(true); // it makes no sound
        try (Debugging debugging = new Debugging(sandbox, options.seconds())) {
            Setup setup = new Setup(
                    baseUrl,
                    apiKey,
                    options.allowCleartext(),
                    boards,
                    options.files() == null ? files : options.files(),
                    work -> Gdx.app.postRunnable(work),
                    new OkHttpClient.Builder()
                            .addNetworkInterceptor(debugging.wire())
                            .eventListener(debugging.wire().ears())
                            .build(),
                    debugging.telemetry());
            new Lwjgl3Application(new Sparkfall(() -> new Game(setup), options.locale(), debugging), window);
        }
    }
}
