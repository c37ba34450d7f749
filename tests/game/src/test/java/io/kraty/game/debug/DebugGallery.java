package io.kraty.game.debug;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Group;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.utils.ScreenUtils;
import com.badlogic.gdx.utils.viewport.ExtendViewport;
import io.kraty.game.ui.Texts;
import io.kraty.game.ui.Ui;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;

/** Opens the panel in a window, clicks through it, and writes pictures: {@code DebugGallery WIDTH HEIGHT FILE}. */
public final class DebugGallery extends ApplicationAdapter {
    private final String file;
    private final ExtendViewport viewport = new ExtendViewport(1024, 640);
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Played played = new Played();
    private Future<?> traffic;
    private Stage stage;
    private Ui ui;
    private float time;

    private DebugGallery(String file) {
        this.file = file;
    }

    public static void main(String[] arguments) {
        Lwjgl3ApplicationConfiguration window = new Lwjgl3ApplicationConfiguration();
        window.setWindowedMode(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        window.disableAudio(true);
        new Lwjgl3Application(new DebugGallery(arguments[2]), window);
    }

    @Override
    public void create() {
        viewport.update(Gdx.graphics.getWidth(), Gdx.graphics.getHeight(), true);
        ui = new Ui(new Texts(Locale.UK), viewport.getScreenWidth() / viewport.getWorldWidth());
        stage = new Stage(viewport);
        Gdx.input.setInputProcessor(stage);
        new DebugPanel(
                        ui,
                        played::kraty,
                        played.wire,
                        played.telemetry,
                        new Troublemaker(played.sandbox, played::kraty))
                .toggle(stage);
        played.sandbox.addTrouble(
                Trouble.on("listWallet").times(1).effect(Effect.status(503)).build());
        traffic = played.kraty().async(() -> {
            played.kraty().wallet().list();
            played.kraty().inventory().live();
            return played.kraty().friends().addById("marta");
        });
        List<String> script = List.of(
                "start",
                "Run",
                "listForPlayer",
                "Run",
                "subscribe",
                "#operations",
                "Wire",
                "%",
                "#wire",
                "Telemetry",
                "%",
                "#telemetry",
                "Sandbox",
                "Slow: 3 s",
                "#sandbox",
                "Slow: 3 s",
                "Operations",
                "start",
                "Run",
                "#run",
                "ESC");
        script.forEach(step -> steps.add(() -> step(step)));
        steps.add(Gdx.app::exit);
    }

    private void step(String step) {
        if (step.startsWith("#")) {
            Pixmap picture = Pixmap.createFromFrameBuffer(
                    0, 0, Gdx.graphics.getBackBufferWidth(), Gdx.graphics.getBackBufferHeight());
            PixmapIO.writePNG(Gdx.files.absolute(file + "-" + step.substring(1) + ".png"), picture, 6, true);
            picture.dispose();
        } else if (step.equals("ESC")) {
            stage.keyDown(Keys.ESCAPE);
            traffic.cancel(true);
            System.out.println("closed by ESC: " + (stage.getActors().size == 0));
        } else if (step.equals("%")) {
            click(100, 572);
        } else {
            Actor actor = find(stage.getRoot(), step);
            if (actor == null) {
                System.out.println("not there: " + step);
                return;
            }
            Vector2 middle = actor.localToStageCoordinates(new Vector2(5, actor.getHeight() / 2));
            click(middle.x, middle.y);
        }
    }

    private void click(float x, float y) {
        Vector2 screen = stage.stageToScreenCoordinates(new Vector2(x, y));
        stage.touchDown((int) screen.x, (int) screen.y, 0, 0);
        stage.touchUp((int) screen.x, (int) screen.y, 0, 0);
    }

    private static Actor find(Group group, String text) {
        for (Actor actor : group.getChildren()) {
            if (text.equals(textOf(actor))) {
                return actor;
            }
            Actor found = actor instanceof Group inner ? find(inner, text) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String textOf(Actor actor) {
        if (actor instanceof TextButton button) {
            return button.getText().toString();
        }
        return actor instanceof Label label ? label.getText().toString() : "";
    }

    @Override
    public void render() {
        ScreenUtils.clear(0, 0, 0, 1);
        stage.act();
        stage.draw();
        time += Gdx.graphics.getDeltaTime();
        if (time > 0.7f && !steps.isEmpty()) {
            time = 0;
            steps.poll().run();
        }
    }

    @Override
    public void dispose() {
        stage.dispose();
        ui.dispose();
        played.close();
    }
}
