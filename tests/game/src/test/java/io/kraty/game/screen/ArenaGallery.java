package io.kraty.game.screen;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.ui.Image;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.utils.ScreenUtils;
import com.badlogic.gdx.utils.viewport.ExtendViewport;
import io.kraty.game.round.Careful;
import io.kraty.game.round.Round;
import io.kraty.game.ui.Texts;
import io.kraty.game.ui.Ui;
import java.util.Locale;

/** Plays a round by itself in a window and writes pictures of it: {@code ArenaGallery WIDTH HEIGHT FILE}. */
public final class ArenaGallery extends ApplicationAdapter {
    private final String file;
    private final ExtendViewport viewport = new ExtendViewport(1024, 640);
    private final Round round = new Round(6);
    private Stage stage;
    private Ui ui;
    private int frames;

    private ArenaGallery(String file) {
        this.file = file;
    }

    public static void main(String[] arguments) {
        Lwjgl3ApplicationConfiguration window = new Lwjgl3ApplicationConfiguration();
        window.setWindowedMode(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        window.disableAudio(true);
        new Lwjgl3Application(new ArenaGallery(arguments[2]), window);
    }

    @Override
    public void create() {
        viewport.update(Gdx.graphics.getWidth(), Gdx.graphics.getHeight(), true);
        ui = new Ui(new Texts(Locale.UK), viewport.getScreenWidth() / viewport.getWorldWidth());
        stage = new Stage(viewport);
        Image sky = new Image(ui.sky());
        sky.setFillParent(true);
        stage.addActor(sky);
        Arena arena = new Arena(ui);
        arena.show(round);
        Table root = new Table();
        root.setFillParent(true);
        root.add(arena).grow().pad(Ui.S3);
        stage.addActor(root);
    }

    @Override
    public void render() {
        ScreenUtils.clear(Color.BLACK);
        int hits = round.hits();
        if (frames % 6 == 0) {
            Careful.steer(round);
        }
        round.advance(1 / 60f);
        stage.act(1 / 60f);
        stage.draw();
        frames++;
        if (frames == 300 || frames == 840 || frames == 1500) {
            shot("-" + frames);
        }
        if (round.hits() > hits) {
            shot("-hit");
        }
        if (round.isOver()) {
            Gdx.app.exit();
        }
    }

    private void shot(String name) {
        Pixmap pixmap = Pixmap.createFromFrameBuffer(0, 0, Gdx.graphics.getWidth(), Gdx.graphics.getHeight());
        for (int i = 3; i < pixmap.getPixels().limit(); i += 4) {
            pixmap.getPixels().put(i, (byte) 255);
        }
        PixmapIO.writePNG(Gdx.files.absolute(file.replace(".png", name + ".png")), pixmap, -1, true);
        pixmap.dispose();
    }

    @Override
    public void dispose() {
        stage.dispose();
        ui.dispose();
    }
}
