package io.kraty.game.state;

import io.kraty.game.desktop.World;
import io.kraty.game.online.Setup;
import io.kraty.game.round.Careful;
import io.kraty.sandbox.KratySandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import okhttp3.OkHttpClient;

/** A game without a window: its frames are made by the test, as many as something takes. */
final class Played implements AutoCloseable {
    private static final float FRAME = 1 / 60f;
    private static final long PATIENCE_SECONDS = Long.getLong("kraty.patience", 60);

    private final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final List<Notice> notices = new ArrayList<>();
    final Game game;

    Played(KratySandbox sandbox, Path files) {
        game = new Game(new Setup(
                sandbox.baseUrl(),
                sandbox.apiKey(),
                false,
                World.BOARDS,
                files,
                posted::add,
                new OkHttpClient(),
                info -> {}));
        game.begin();
    }

    /** The game's own world. */
    static KratySandbox sandbox() {
        return World.sandbox().lobbyFillTime(Duration.ofMillis(300)).start();
    }

    /** Draws frames until something is so. */
    void until(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + what + "; notices: " + notices);
            }
            frame();
        }
    }

    /** One frame, however long it takes on a clock. */
    void frame() {
        try {
            for (Runnable work = posted.poll(2, TimeUnit.MILLISECONDS); work != null; work = posted.poll()) {
                work.run();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (game.quest().isPlaying()) {
            Careful.steer(game.quest().round());
        }
        game.tick(FRAME);
        for (Notice notice = game.nextNotice(); notice != null; notice = game.nextNotice()) {
            notices.add(notice);
        }
    }

    /** As many frames as some time takes on a clock. */
    void rest(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            frame();
        }
    }

    /** How often something was said. */
    long timesSaid(String key) {
        return notices.stream().filter(notice -> notice.key().equals(key)).count();
    }

    boolean wasSaid(String key) {
        return notices.stream().anyMatch(notice -> notice.key().equals(key));
    }

    @Override
    public void close() {
        game.close();
    }
}
