package io.kraty.game.window;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.utils.BufferUtils;
import com.badlogic.gdx.utils.ScreenUtils;
import io.kraty.game.screen.Sparkfall;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Ui;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What somebody does in the window, step by step, one step a frame at most; and what they look at. */
class Script implements Sparkfall.Extra {
    private static final long PATIENCE_SECONDS = 120;

    private final Queue<Step> steps = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();
    private final Path pictures;
    private final String suffix;
    private @Nullable Step step;
    private long since;
    private Stage stage;
    private Game game;
    long frames;

    /** A step is done when it says so. */
    private record Step(String what, BooleanSupplier isDone) {}

    Script(Path pictures, String suffix) {
        this.pictures = pictures;
        this.suffix = suffix;
    }

    Game game() {
        return game;
    }

    Stage stage() {
        return stage;
    }

    /** Whatever was wrong. */
    List<String> faults() {
        return faults;
    }

    Script until(String what, BooleanSupplier isDone) {
        steps.add(new Step(what, isDone));
        return this;
    }

    Script then(String what, Runnable action) {
        return until(what, () -> {
            action.run();
            return true;
        });
    }

    /** Clicks an actor, as soon as there is one of that name that can be clicked. */
    Script click(String name) {
        return until("click " + name, () -> click(stage.getRoot().findActor(name)));
    }

    /** Lets some time pass, for motion to come to rest. */
    Script rest(double seconds) {
        long[] end = new long[1];
        return until("rest", () -> {
            if (end[0] == 0) {
                end[0] = System.nanoTime() + (long) (seconds * 1e9);
            }
            return System.nanoTime() >= end[0];
        });
    }

    /** Looks: nothing may stay cut or lie over something else; and keeps a picture. What moves may pass over other things. */
    Script look(String name) {
        List<String> found = new ArrayList<>();
        return rest(0.7)
                .then("look at " + name, () -> {
                    found.addAll(Layout.faults(stage));
                    picture(name);
                })
                .rest(0.6)
                .then("look again at " + name, () -> {
                    found.retainAll(Layout.faults(stage));
                    found.forEach(fault -> faults.add(name + suffix + ": " + fault));
                });
    }

    /** Presses a key, and lets it go. */
    void press(int key) {
        stage.keyDown(key);
        stage.keyUp(key);
    }

    private boolean click(@Nullable Actor actor) {
        if (actor == null || !actor.ancestorsVisible()) {
            return false;
        }
        Vector2 middle = actor.localToStageCoordinates(new Vector2(actor.getWidth() / 2, actor.getHeight() / 2));
        Actor hit = stage.hit(middle.x, middle.y, true);
        if (hit == null || !hit.isDescendantOf(actor)) {
            return false; // still under something that moves away
        }
        Vector2 screen = stage.stageToScreenCoordinates(middle);
        stage.mouseMoved((int) screen.x, (int) screen.y);
        stage.touchDown((int) screen.x, (int) screen.y, 0, Buttons.LEFT);
        stage.touchUp((int) screen.x, (int) screen.y, 0, Buttons.LEFT);
        return true;
    }

    private void picture(String name) {
        int width = Gdx.graphics.getBackBufferWidth();
        int height = Gdx.graphics.getBackBufferHeight();
        byte[] pixels = ScreenUtils.getFrameBufferPixels(0, 0, width, height, true);
        Pixmap picture = new Pixmap(width, height, Pixmap.Format.RGBA8888);
        for (int i = 3; i < pixels.length; i += 4) {
            pixels[i] = (byte) 255;
        }
        BufferUtils.copy(pixels, 0, picture.getPixels(), pixels.length);
        File file = pictures.resolve(name + suffix + ".png").toFile();
        file.getParentFile().mkdirs();
        PixmapIO.writePNG(Gdx.files.absolute(file.getAbsolutePath()), picture);
        picture.dispose();
    }

    @Override
    public void made(Ui ui, Stage made, Game played) {
        stage = made;
        game = played;
    }

    @Override
    public void drawn(Sparkfall sparkfall) {
        frames++;
        if (step == null) {
            step = steps.poll();
            since = System.nanoTime();
            if (step == null) {
                Gdx.app.exit();
                return;
            }
        }
        if (step.isDone().getAsBoolean()) {
            step = null;
        } else if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            faults.add("never: " + step.what());
            picture("stuck");
            Gdx.app.exit();
        }
    }
}
