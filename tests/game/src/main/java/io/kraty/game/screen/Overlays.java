package io.kraty.game.screen;

import io.kraty.game.state.Game;
import io.kraty.game.ui.Ui;

/** What comes up by itself: opened crates, results of boards, and what bars the player from the game. */
final class Overlays extends Page {
    Overlays(Ui ui, Game game) {
        super(ui, game);
    }

    @Override
    void refresh() {}
}
