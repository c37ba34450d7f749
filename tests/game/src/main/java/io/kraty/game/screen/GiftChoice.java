package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.ui.SelectBox;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import io.kraty.api.model.GiftableResource;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Ui;
import java.util.List;
import java.util.stream.LongStream;

/** What one can give away, and how much of it. */
final class GiftChoice extends Table {
    private static final long[] AMOUNTS = {1, 2, 5, 10, 25, 50, 100};

    private final Game game;
    private final List<GiftableResource> things;
    private final SelectBox<String> what;
    private final SelectBox<Long> amount;

    GiftChoice(Ui ui, Game game) {
        this.game = game;
        things = affordable(game);
        what = Page.named("friends.what", new SelectBox<>(ui.skin()));
        amount = Page.named("friends.amount", new SelectBox<>(ui.skin()));
        what.setItems(
                things.stream().map(thing -> Words.name(ui, game, thing.key())).toArray(String[]::new));
        Page.onChange(what, this::limit);
        limit();
        add(what).growX().padRight(Ui.S2);
        add(amount).width(96);
    }

    /** What can be given by somebody who has as much as the player. */
    static List<GiftableResource> affordable(Game game) {
        return game.friends().giftable().stream()
                .filter(thing -> most(game, thing) > 0)
                .toList();
    }

    private static long most(Game game, GiftableResource thing) {
        return thing.costsSender() ? Math.min(thing.maxAmount(), game.bag().amount(thing.key())) : thing.maxAmount();
    }

    private void limit() {
        long most = most(game, what());
        amount.setItems(
                LongStream.of(AMOUNTS).filter(each -> each <= most).boxed().toArray(Long[]::new));
    }

    GiftableResource what() {
        return things.get(what.getSelectedIndex());
    }

    long amount() {
        return amount.getSelected();
    }
}
