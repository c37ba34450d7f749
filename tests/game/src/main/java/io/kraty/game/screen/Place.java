package io.kraty.game.screen;

import io.kraty.game.state.Game;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Ui;
import java.util.Locale;

/** Where one can go. */
enum Place {
    PLAY(Icon.BOLT),
    BOARDS(Icon.TROPHY),
    BAG(Icon.BAG),
    FRIENDS(Icon.FRIENDS),
    SHOP(Icon.SHOP),
    PROFILE(Icon.USER);

    final Icon icon;

    Place(Icon icon) {
        this.icon = icon;
    }

    Page page(Ui ui, Game game) {
        return switch (this) {
            case PLAY -> new EventsPage(ui, game);
            case BOARDS -> new BoardsPage(ui, game);
            case BAG -> new BagPage(ui, game);
            case FRIENDS -> new FriendsPage(ui, game);
            case SHOP -> new ShopPage(ui, game);
            case PROFILE -> new ProfilePage(ui, game);
        };
    }

    String textKey() {
        return "place." + name().toLowerCase(Locale.ROOT);
    }
}
