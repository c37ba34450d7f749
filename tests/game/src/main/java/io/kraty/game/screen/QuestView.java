package io.kraty.game.screen;

import io.kraty.game.state.Game;
import io.kraty.game.state.Quest;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;

/** The event being played, over everything else: the door, the lobby, the round and the result. */
final class QuestView extends Page {
    QuestView(Ui ui, Game game) {
        super(ui, game);
    }

    @Override
    void refresh() {
        setVisible(game.quest().phase() != Quest.Phase.NONE);
        clearChildren();
        add(ui.label(game.quest().phase().name(), Type.TITLE));
    }
}
