package io.kraty.game.screen;

import io.kraty.game.state.Game;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;

/** To be built. */
final class BagPage extends Page {
    BagPage(Ui ui, Game game) {
        super(ui, game);
    }

    @Override
    void refresh() {
        clearChildren();
        add(ui.label("BagPage", Type.TITLE));
    }
}
