package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.ui.Table;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Ui;

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
