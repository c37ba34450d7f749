package io.kraty.game.screen;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.InputListener;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.utils.ScreenUtils;
import com.badlogic.gdx.utils.viewport.ExtendViewport;
import io.kraty.game.state.Game;
import io.kraty.game.state.Notice;
import io.kraty.game.state.Reward;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Texts;
import io.kraty.game.ui.Toasts;
import io.kraty.game.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The game with a window: one stage, drawn every frame from the state. An Android launcher would start this class, too. */
public final class Sparkfall extends ApplicationAdapter {
    private static final int LAYERS = 4;
    private static final float SECONDS_AT_REST = 0.3f;

    private final Supplier<Game> makeGame;
    private final Extra extra;
    private final Frames frames = new Frames();
    private Locale locale;
    private Locale spoken;
    private Game game;
    private Ui ui;
    private Stage stage;
    private Shell shell;
    private Toasts toasts;
    private float scale; // 0 until the first stage is made
    private float wantedScale;
    private float untilBuild;

    /** What is not part of the game itself: told of every frame and every key. */
    public interface Extra {
        /** The stage was made, for the first time or anew. */
        default void made(Ui ui, Stage stage, Game game) {}

        /** A frame was drawn. */
        default void drawn(Sparkfall sparkfall) {}

        /** F12 was pressed. */
        default void debug() {}
    }

    /**
     * A game that begins when its window is there.
     *
     * @param makeGame called on the thread that draws
     */
    @SuppressWarnings("NullAway.Init") // the rest is made by create(), which comes first
    public Sparkfall(Supplier<Game> makeGame, Locale locale, Extra extra) {
        this.makeGame = makeGame;
        this.locale = locale;
        this.spoken = locale;
        this.extra = extra;
    }

    @Override
    public void create() {
        game = makeGame.get();
        game.begin();
        build(Gdx.graphics.getBackBufferWidth(), Gdx.graphics.getBackBufferHeight());
    }

    /** Makes all that is drawn, in the size of the window and in the player's language. */
    private void build(int width, int height) {
        boolean isFirst = scale == 0;
        Place place = isFirst ? Place.PLAY : shell.place();
        Typed typed = isFirst ? Typed.NOTHING : Typed.in(stage);
        release();
        ExtendViewport viewport = new ExtendViewport(1024, 640);
        viewport.update(width, height, true);
        scale = width / viewport.getWorldWidth();
        wantedScale = scale;
        spoken = locale;
        ui = new Ui(new Texts(locale), scale);
        stage = new Stage(viewport);
        shell = new Shell(ui, game, this::speak);
        toasts = new Toasts(ui);
        QuestView quest = new QuestView(ui, game, shell::go);
        quest.setFillParent(true);
        Overlays overlays = new Overlays(ui, game, shell);
        stage.addActor(shell);
        stage.addActor(quest);
        stage.addActor(overlays);
        stage.addActor(toasts);
        stage.addListener(new InputListener() {
            @Override
            public boolean keyDown(InputEvent event, int key) {
                return pressed(key);
            }
        });
        shell.go(place);
        Gdx.input.setInputProcessor(stage);
        extra.made(ui, stage, game);
        stage.act(0); // pages show what they know
        typed.into(stage);
    }

    /** Whether what is drawn is to be made anew: not while something is open over the pages, which would be gone. */
    private boolean isOutdated(float seconds) {
        boolean isBlurred = Math.abs(wantedScale - scale) > 0.05f;
        untilBuild = isBlurred ? untilBuild - seconds : SECONDS_AT_REST;
        boolean isOther = !spoken.equals(locale) || (isBlurred && untilBuild <= 0);
        return isOther && stage.getActors().size == LAYERS;
    }

    private boolean pressed(int key) {
        if (key == Input.Keys.F12) {
            extra.debug();
            return true;
        }
        if (key == Input.Keys.F11) {
            speak(locale.getLanguage().equals("pt") ? Locale.ENGLISH : Locale.forLanguageTag("pt-PT"));
            return true;
        }
        return false;
    }

    /** Shows everything in another language from now on; as soon as nothing is open over the pages. */
    public void speak(Locale other) {
        locale = other;
    }

    @Override
    public void resize(int width, int height) {
        if (scale == 0 || width == 0 || height == 0) {
            return; // not there yet, or minimized
        }
        stage.getViewport().update(width, height, true);
        wantedScale = width / stage.getViewport().getWorldWidth();
        untilBuild = SECONDS_AT_REST;
    }

    @Override
    public void render() {
        frames.begin();
        float seconds = Math.min(Gdx.graphics.getDeltaTime(), 0.1f);
        game.tick(seconds);
        for (Notice notice = game.nextNotice(); notice != null; notice = game.nextNotice()) {
            show(notice);
        }
        if (isOutdated(seconds)) {
            build(Gdx.graphics.getBackBufferWidth(), Gdx.graphics.getBackBufferHeight());
        }
        ScreenUtils.clear(Palette.NIGHT);
        toasts.dock(game.quest().isPlaying());
        stage.act(seconds);
        stage.draw();
        frames.end();
        extra.drawn(this);
    }

    private void show(Notice notice) {
        Object[] arguments = notice.arguments().stream().map(this::named).toArray();
        List<String> won = new ArrayList<>();
        for (Reward reward : notice.rewards()) {
            won.add(Words.of(ui, game, reward));
        }
        String detail = won.isEmpty() ? null : String.join(", ", won);
        switch (notice.tone()) {
            case GOOD -> toasts.show(Icon.CHECK, Palette.GOOD, ui.text(notice.key(), arguments), detail);
            case INFO -> toasts.show(Icon.STAR, Palette.INFO, ui.text(notice.key(), arguments), detail);
            case WARNING -> toasts.show(Icon.WARNING, Palette.SHARD, ui.text(notice.key(), arguments), detail);
        }
    }

    private Object named(Object argument) {
        return argument instanceof Notice.Thing thing ? Words.name(ui, game, thing.key()) : argument;
    }

    /** Goes somewhere, as a click on the rail does. */
    public void go(String place) {
        shell.go(Place.valueOf(place));
    }

    /** How the frames were. */
    public Frames frames() {
        return frames;
    }

    public Game game() {
        return game;
    }

    @Override
    public void pause() {
        game.pause();
    }

    @Override
    public void resume() {
        game.resume();
    }

    private void release() {
        if (scale != 0) {
            stage.dispose();
            ui.dispose();
        }
    }

    @Override
    public void dispose() {
        release();
        game.close();
    }
}
