package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import io.kraty.api.model.LeaderboardEntry;
import io.kraty.game.state.EventCard;
import io.kraty.game.state.Game;
import io.kraty.game.state.Names;
import io.kraty.game.state.Reward;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Ui;
import java.util.Locale;
import java.util.Map;

/** What things are called, and which picture stands for them. */
final class Words {
    private static final Map<String, Icon> OWN =
            Map.of("gold", Icon.COIN, "gems", Icon.GEM, "shield", Icon.SHIELD, "crate", Icon.CRATE);
    private static final Map<String, Icon> OF_TYPE = Map.of(
            "crate",
            Icon.CRATE,
            "ticket",
            Icon.TICKET,
            "pass",
            Icon.PASS,
            "consumable",
            Icon.POTION,
            Names.CURRENCY,
            Icon.COIN,
            Names.PROGRESSION,
            Icon.STAR);

    private Words() {}

    /** An event, an item or a currency in the player's language. */
    static String name(Ui ui, Game game, String key) {
        Locale locale = ui.texts().locale();
        EventCard card = game.events().lastSeen(key);
        return card == null ? game.bag().names().of(key, locale) : card.title(locale);
    }

    /** Somebody on a board; who only just came has no name yet. */
    static String name(LeaderboardEntry entry) {
        String name = entry.name() == null ? entry.anonymizedName() : entry.name();
        return name == null ? "…" : name;
    }

    /** {@code 50 Gold}, {@code 20–60 Gold}, {@code Ember crate}. */
    static String of(Ui ui, Game game, Reward reward) {
        if (reward.kind() == Reward.Kind.UNKNOWN) {
            return ui.text("reward.unknown");
        }
        String name = name(ui, game, reward.key());
        String amount = amount(ui, reward);
        return amount.equals("1") && reward.kind() != Reward.Kind.CURRENCY ? name : amount + " " + name;
    }

    static String amount(Ui ui, Reward reward) {
        String from = ui.texts().number(reward.min());
        return reward.min() == reward.max() ? from : from + "–" + ui.texts().number(reward.max());
    }

    static Icon icon(Game game, Reward reward) {
        return switch (reward.kind()) {
            case CRATE -> Icon.CRATE;
            case UNKNOWN -> Icon.WARNING;
            case CURRENCY, ITEM -> icon(game, reward.key());
        };
    }

    /** The colour of an item or a currency, as {@link #icon}. */
    static Color color(Game game, String key) {
        return switch (icon(game, key)) {
            case GEM -> Palette.GEM;
            case STAR -> Palette.VIOLET;
            case COIN -> Palette.GOLD;
            case CRATE -> Palette.SPARK;
            default -> Palette.INFO;
        };
    }

    /** The picture of an item or a currency: its own, else that of its type in the catalog. */
    static Icon icon(Game game, String key) {
        Icon own = OWN.get(key);
        return own != null ? own : OF_TYPE.getOrDefault(game.bag().names().type(key), Icon.GIFT);
    }
}
