package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import io.kraty.game.state.Game;
import io.kraty.game.state.Shop;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import java.util.List;

/** What there is for gold, and what for real money. */
final class ShopPage extends Page {
    private final Shop shop;
    private final Table offers = new Table().left();
    private final Table products = new Table().left();
    private final Table foot = new Table().left();

    ShopPage(Ui ui, Game game) {
        super(ui, game);
        shop = game.shop();
        Table all = new Table().top();
        all.defaults().growX().padBottom(Ui.S2);
        all.add(ui.label(ui.text("shop.gold"), Type.HEADING)).row();
        all.add(offers).padBottom(Ui.S4).row();
        all.add(ui.label(ui.text("shop.money"), Type.HEADING)).row();
        all.add(products).padBottom(Ui.S3).row();
        all.add(foot);
        add(ui.scroll(all)).grow();
    }

    @Override
    void refresh() {
        List<Boolean> buying = shop.offers().stream().map(shop::isBuying).toList();
        fill(
                offers,
                List.of(
                        game.bag().amount("gold"),
                        buying,
                        game.isOffline(),
                        game.bag().names()),
                () -> shop.offers().forEach(this::show));
        fill(products, List.of(), () -> shop.products().forEach(this::show));
        fill(foot, List.of(game.unsent(), game.isOffline(), shop.purchases(), shop.lifetimeCents()), this::fillFoot);
    }

    private void show(Shop.Offer offer) {
        long missing = offer.gold() - game.bag().amount("gold");
        boolean isBuying = shop.isBuying(offer);
        String price = ui.texts().number(offer.gold()) + " " + Words.name(ui, game, "gold");
        String buying = ui.text(game.isOffline() ? "shop.waits" : "shop.buying");
        TextButton buy = ui.button(isBuying ? buying : price, Kind.SECONDARY, () -> shop.buy(offer));
        buy.setDisabled(isBuying || missing > 0);
        Label note = missing > 0 && !isBuying
                ? ui.label(ui.text("shop.missing", missing, Words.name(ui, game, "gold")), Type.SMALL, Palette.SHARD)
                : ui.label(ui.text("shop.have", game.bag().amount(offer.item())), Type.SMALL, Palette.MUTED);
        Table card = card(
                Words.icon(offer.item()),
                Words.name(ui, game, offer.item()),
                ui.text("shop.about." + offer.item()),
                offer.item());
        card.add(note).padBottom(Ui.S1).row();
        card.add(named("shop." + offer.item(), buy)).growX();
        offers.add(card).growX().uniformX().fillY().padRight(Ui.S3);
    }

    private void show(Shop.Product product) {
        TextButton buy = ui.button(ui.texts().money(product.cents(), "EUR"), Kind.PRIMARY, () -> shop.buy(product));
        Icon icon = product.id().contains("gem") ? Icon.GEM : Icon.HEART;
        Table card =
                card(icon, ui.text("shop.name." + product.id()), ui.text("shop.about." + product.id()), product.id());
        card.add(named("shop." + product.id(), buy)).growX();
        products.add(card).growX().uniformX().fillY().padRight(Ui.S3);
    }

    private Table card(Icon icon, String name, String about, String key) {
        Table card = ui.card();
        card.add(ui.icon(icon, 44, icon == Icon.HEART ? Palette.SHARD : Words.color(key)))
                .size(44)
                .padBottom(Ui.S1)
                .row();
        card.add(ui.label(name, Type.HEADING)).row();
        Label line = ui.paragraph(about, Type.SMALL, Palette.MUTED);
        line.setAlignment(com.badlogic.gdx.utils.Align.center);
        card.add(line).growX().growY().padBottom(Ui.S2).row();
        return card;
    }

    private void fillFoot() {
        if (game.unsent() > 0) {
            foot.add(ui.chip(
                            game.isOffline() ? Icon.OFFLINE : Icon.CLOCK,
                            Palette.SPARK,
                            ui.text(game.isOffline() ? "shop.kept" : "shop.confirming", game.unsent())))
                    .padRight(Ui.S2);
        }
        if (shop.purchases() > 0) {
            foot.add(ui.chip(
                    Icon.HEART,
                    Palette.SHARD,
                    ui.text("shop.supporter", ui.texts().money(shop.lifetimeCents(), "USD"), shop.purchases())));
        }
    }
}
