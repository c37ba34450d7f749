package io.kraty.game.screen;

import io.kraty.game.state.Game;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Ui;
import java.util.Locale;
import java.util.function.BiFunction;

/** Where one can go. */
enum Place {
    PLAY(Icon.BOLT, EventsPage::new),
    BOARDS(Icon.TROPHY, BoardsPage::new),
    BAG(Icon.BAG, BagPage::new),
    FRIENDS(Icon.FRIENDS, FriendsPage::new),
    SHOP(Icon.SHOP, ShopPage::new),
    PROFILE(Icon.USER, ProfilePage::new);

    final Icon icon;
    private final BiFunction<Ui, Game, Page> page;

    Place(Icon icon, BiFunction<Ui, Game, Page> page) {
        this.icon = icon;
        this.page = page;
    }

    Page page(Ui ui, Game game) {
        return page.apply(ui, game);
    }

    String textKey() {
        return "place." + name().toLowerCase(Locale.ROOT);
    }
}
