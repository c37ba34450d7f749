package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.utils.Align;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Icon;
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
        Table empty = new Table();
        empty.add(ui.icon(icon, 48, Palette.LINE)).size(48).padBottom(Ui.S2).row();
        Label head = ui.paragraph(title, Type.HEADING, Palette.TEXT);
        Label line = ui.paragraph(hint, Type.BODY, Palette.MUTED);
        head.setAlignment(Align.center);
        line.setAlignment(Align.center);
        empty.add(head).growX().padBottom(Ui.S1).row();
        empty.add(line).growX().maxWidth(360).row();
        return empty;
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
