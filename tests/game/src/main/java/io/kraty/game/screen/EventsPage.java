package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.actions.Actions;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import io.kraty.game.state.EventCard;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Ui;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be played now: one tile for each event, which comes and goes with the event. */
final class EventsPage extends Page {
    private final Map<String, EventTile> tiles = new HashMap<>();
    private final Grid grid = new Grid();
    private final Table notice = new Table();

    EventsPage(Ui ui, Game game) {
        super(ui, game);
        stack(ui.scroll(grid), notice).grow();
    }

    @Override
    void refresh() {
        List<EventCard> cards = game.events().cards();
        tiles.values().removeIf(tile -> {
            boolean isOver = game.events().card(tile.key()) == null;
            if (isOver) {
                tile.addAction(Actions.sequence(Actions.fadeOut(0.2f), Actions.removeActor()));
            }
            return isOver;
        });
        for (int i = 0; i < cards.size(); i++) {
            EventCard card = cards.get(i);
            EventTile tile = tiles.computeIfAbsent(card.key(), key -> new EventTile(ui, game, card));
            if (tile.getParent() == null || tile.getZIndex() != i) {
                grid.addActorAt(i, tile);
            }
        }
        notice.setVisible(cards.isEmpty());
        fill(
                notice,
                Arrays.asList(game.events().isLoaded(), game.events().problem(), game.isOffline()),
                () -> notice.add(notice()).width(400));
    }

    private Table notice() {
        if (game.events().problem() != null && !game.isOffline()) {
            Table failed = empty(Icon.WARNING, ui.text("events.failed"), ui.text("events.failed.hint"));
            failed.add(button("events.again", Kind.SECONDARY, game.events()::refresh))
                    .padTop(Ui.S3);
            return failed;
        }
        return game.events().isLoaded()
                ? empty(Icon.CLOCK, ui.text("events.none"), ui.text("events.none.hint"))
                : empty(Icon.BOLT, ui.text("events.loading"), ui.text("events.loading.hint"));
    }
}
