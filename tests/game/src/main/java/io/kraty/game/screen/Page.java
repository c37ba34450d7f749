package io.kraty.game.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.Button;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.utils.ChangeListener;
import com.badlogic.gdx.utils.Align;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Modal;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the game. It shows the state, and again whenever that has changed. */
abstract class Page extends Table {
    final Ui ui;
    final Game game;
    private long shown = -1;
    private float untilSecond;

    Page(Ui ui, Game game) {
        this.ui = ui;
        this.game = game;
    }

    /**
     * Fills a part of the page anew, if what it shows is not the same as before: what has not changed stays as it is, with
     * its focus, and a click on it that has only begun.
     */
    static void fill(Table part, List<? extends @Nullable Object> shows, Runnable filler) {
        if (!shows.equals(part.getUserObject())) {
            part.setUserObject(shows);
            part.clearChildren();
            filler.run();
        }
    }

    /** What stands in the place of a list that is empty: why, and what to do about it. */
    Table empty(Icon icon, String title, String hint) {
        return message(icon, 48, title, Type.HEADING, hint);
    }

    /** The same, for a whole screen. */
    Table message(Icon icon, String title, String hint) {
        return message(icon, 80, title, Type.TITLE, hint);
    }

    private Table message(Icon icon, float size, String title, Type type, String hint) {
        Table empty = new Table();
        empty.add(ui.icon(icon, size, Palette.LINE)).padBottom(Ui.S2).row();
        Label head = ui.paragraph(title, type, Palette.TEXT);
        Label line = ui.paragraph(hint, Type.BODY, Palette.MUTED);
        head.setAlignment(Align.center);
        line.setAlignment(Align.center);
        empty.add(head).growX().padBottom(Ui.S1).row();
        empty.add(line).growX().maxWidth(360).row();
        return empty;
    }

    /** What stands in the place of what could not be read yet. */
    Table offline() {
        return empty(Icon.OFFLINE, text("page.offline"), text("page.offline.hint"));
    }

    String text(String key, Object... arguments) {
        return ui.text(key, arguments);
    }

    /** A button with a name of its own, by which tests find it. */
    TextButton button(String name, String text, Kind kind, Runnable onClick) {
        return named(name, ui.button(text, kind, onClick));
    }

    /** One of several things, of which one is chosen. */
    TextButton choice(String name, String text, boolean isChosen, Runnable choose) {
        return button(name, text, isChosen ? Kind.SECONDARY : Kind.QUIET, choose);
    }

    /** Puts something on the clipboard. */
    TextButton copy(String name, String what) {
        TextButton copy = button(name, text("page.copy"), Kind.SECONDARY, () -> {});
        onChange(copy, () -> {
            Gdx.app.getClipboard().setContents(what);
            copy.setText(text("page.copied"));
        });
        return copy;
    }

    /** Adds a row to a list: a picture, a title and what else there is to say, and what one can do. */
    void row(Table list, Actor picture, String title, String detail, Actor... actions) {
        Table texts = new Table();
        texts.add(cut(ui.label(title, Type.BODY))).growX().minWidth(0).row();
        if (!detail.isEmpty()) {
            texts.add(cut(ui.label(detail, Type.SMALL, Palette.MUTED))).growX().minWidth(0);
        }
        Table row = new Table();
        row.add(picture).size(36).pad(Ui.S1, 0, Ui.S1, Ui.S2 + Ui.S1);
        row.add(texts).growX().minWidth(0).padRight(Ui.S2);
        for (Actor action : actions) {
            row.add(action).padLeft(Ui.S1);
        }
        list.add(row).growX().padBottom(Ui.S1).padRight(Ui.S2).row();
    }

    /** The same for something of the catalog. */
    void row(Table list, String key, String title, String detail, Actor... actions) {
        row(list, new Container<>(ui.icon(Words.icon(game, key), 28, Words.color(game, key))), title, detail, actions);
    }

    /** A button that is named like its text. */
    TextButton button(String key, Kind kind, Runnable onClick) {
        return named(key, ui.button(ui.text(key), kind, onClick));
    }

    /** Asks, before something is done that has to be thought about or needs more to be said. */
    void ask(String title, String text, @Nullable Actor more, Button yes) {
        Modal modal = new Modal(ui, true);
        Table card = ui.card().pad(Ui.S4);
        card.defaults().width(340).colspan(2).padBottom(Ui.S3);
        card.add(ui.label(title, Type.HEADING)).padBottom(Ui.S1).row();
        card.add(ui.paragraph(text, Type.BODY, Palette.MUTED)).row();
        if (more != null) {
            card.add(more).row();
        }
        onChange(yes, modal::close);
        TextButton no = button("ask.no", text("page.cancel"), Kind.QUIET, modal::close);
        card.add(no).width(162).colspan(1).padBottom(0);
        card.add(named("ask.yes", yes)).width(162).colspan(1).padLeft(Ui.S3).padBottom(0);
        modal.show(getStage(), card);
    }

    static void onChange(Actor actor, Runnable action) {
        actor.addListener(event -> {
            if (event instanceof ChangeListener.ChangeEvent) {
                action.run();
            }
            return false;
        });
    }

    static <T extends Actor> T named(String name, T actor) {
        actor.setName(name);
        return actor;
    }

    /** A label that ends in dots where there is no room. */
    static Label cut(Label label) {
        label.setEllipsis(true);
        return label;
    }

    /** Shows the state as it is now. Called at most once a frame, and only if something has changed. */
    abstract void refresh();

    /** Moves countdowns. Called every second. */
    void second() {}

    /** The page is on the screen from now on. */
    void opened() {}

    /** The page is not on the screen any more. */
    void closed() {}

    @Override
    public void act(float seconds) {
        if (shown != game.version()) {
            shown = game.version();
            refresh();
        }
        untilSecond -= seconds;
        if (untilSecond <= 0) {
            untilSecond = 1;
            second();
        }
        super.act(seconds);
    }
}
