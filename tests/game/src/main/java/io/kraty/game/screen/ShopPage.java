package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.utils.Align;
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
    private final Table offers = new Table();
    private final Table products = new Table();
    private final Table foot = new Table().left();

    ShopPage(Ui ui, Game game) {
        super(ui, game);
        shop = game.shop();
        Table all = new Table().top();
        all.defaults().growX().padBottom(Ui.S2);
        all.add(ui.label(text("shop.gold"), Type.HEADING)).row();
        all.add(offers).padBottom(Ui.S4).row();
        all.add(ui.label(text("shop.money"), Type.HEADING)).row();
        all.add(products).padBottom(Ui.S3).row();
        all.add(foot);
        offers.defaults().grow().uniformX().space(Ui.S3);
        products.defaults().grow().uniformX().space(Ui.S3);
        foot.defaults().spaceRight(Ui.S2);
        add(ui.scroll(all)).grow();
    }

    @Override
    void refresh() {
        List<Boolean> buying = shop.offers().stream().map(shop::isBuying).toList();
        List<?> has = List.of(
                game.bag().items(), game.bag().amount("gold"), game.bag().names());
        fill(offers, List.of(has, buying, game.isOffline()), () -> shop.offers().forEach(this::show));
        List<Boolean> paying = shop.products().stream().map(shop::isBuying).toList();
        fill(products, List.of(paying, game.isOffline()), () -> shop.products().forEach(this::show));
        fill(foot, List.of(game.unsent(), game.isOffline(), shop.purchases()), this::fillFoot);
    }

    private void show(Shop.Offer offer) {
        String item = offer.item();
        String gold = Words.name(ui, game, "gold");
        long missing = offer.gold() - game.bag().amount("gold");
        boolean isBuying = shop.isBuying(offer);
        boolean isDear = missing > 0 && !isBuying;
        String have = text("shop.have", game.bag().amount(item));
        String price = ui.texts().number(offer.gold()) + " " + gold;
        TextButton buy = button("shop." + item, isBuying ? waits() : price, Kind.SECONDARY, () -> shop.buy(offer));
        buy.setDisabled(isBuying || isDear);
        Label note = isDear
                ? ui.label(text("shop.missing", missing, gold), Type.SMALL, Palette.SHARD)
                : ui.label(have, Type.SMALL, Palette.MUTED);
        Table card = card(Words.icon(game, item), Words.color(game, item), Words.name(ui, game, item), item);
        card.add(note).padBottom(Ui.S2).row();
        card.add(buy).growX();
        offers.add(card);
    }

    private void show(Shop.Product product) {
        String id = product.id();
        boolean isGems = id.contains("gem");
        Color color = isGems ? Palette.GEM : Palette.SHARD;
        Table card = card(isGems ? Icon.GEM : Icon.HEART, color, text("shop.name." + id), id);
        String price = ui.texts().money(product.cents(), "EUR");
        boolean isBuying = shop.isBuying(product);
        String text = isBuying ? waits() : price;
        TextButton buy = button("shop." + id, text, Kind.PRIMARY, () -> shop.buy(product));
        buy.setDisabled(isBuying);
        card.add(buy).growX();
        products.add(card);
    }

    private String waits() {
        return text(game.isOffline() ? "shop.waits" : "shop.buying");
    }

    private Table card(Icon icon, Color color, String name, String key) {
        Label about = ui.paragraph(text("shop.about." + key), Type.SMALL, Palette.MUTED);
        about.setAlignment(Align.center);
        Table card = ui.card();
        card.add(ui.icon(icon, 44, color)).padBottom(Ui.S1).row();
        card.add(ui.label(name, Type.HEADING)).row();
        card.add(about).grow().padBottom(Ui.S2).row();
        return card;
    }

    private void fillFoot() {
        if (game.unsent() > 0) {
            Icon icon = game.isOffline() ? Icon.OFFLINE : Icon.CLOCK;
            String waits = text(game.isOffline() ? "shop.kept" : "shop.confirming", game.unsent());
            foot.add(ui.chip(icon, Palette.SPARK, waits));
        }
        if (shop.purchases() > 0) {
            String total = ui.texts().money(shop.lifetimeCents(), "USD");
            foot.add(ui.chip(Icon.HEART, Palette.SHARD, text("shop.supporter", total)));
        }
    }
}
