package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import io.kraty.api.model.Grant;
import io.kraty.game.state.Bag;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Meter;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import io.kraty.sdk.CollectProgress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the player has, what they have reached, and what waits for them. */
final class BagPage extends Page {
    private static final int XP_OF_A_LEVEL = 200;

    private final Bag bag;
    private final Table balances = new Table().left();
    private final Table waiting = new Table().top();
    private final Table items = new Table().top();
    private final Table collecting = new Table();
    private final TextButton all;
    private final Meter level;
    private final Meter collected;
    private final Label count;

    BagPage(Ui ui, Game game) {
        super(ui, game);
        bag = game.bag();
        level = ui.meter(Palette.VIOLET);
        collected = ui.meter(Palette.GOOD);
        count = ui.label("", Type.SMALL, Palette.MUTED);
        all = named("bag.all", ui.button(ui.text("bag.all"), Kind.PRIMARY, bag::takeAll));
        collecting.add(collected).growX().padRight(Ui.S2);
        collecting.add(count);
        Table left = ui.card();
        left.add(ui.label(ui.text("bag.waiting"), Type.HEADING)).left().growX();
        left.add(all).row();
        left.add(collecting).colspan(2).growX().height(24).row();
        left.add(ui.scroll(waiting)).colspan(2).grow();
        Table right = ui.card();
        right.add(ui.label(ui.text("bag.items"), Type.HEADING))
                .left()
                .growX()
                .height(43)
                .row();
        right.add(ui.scroll(items)).grow().padTop(Ui.S4);
        add(balances).colspan(2).growX().padBottom(Ui.S3).row();
        add(left).grow().uniformX().padRight(Ui.S3);
        add(right).grow().uniformX();
    }

    @Override
    void refresh() {
        Map<String, Long> has = bag.balances();
        fill(balances, List.of(has, bag.names(), bag.isCurrent()), () -> fillBalances(has));
        List<Grant> pending = bag.pending();
        CollectProgress progress = bag.collecting();
        fill(
                waiting,
                Arrays.asList(pending, bag.names(), progress == null, game.isOffline()),
                () -> fillWaiting(pending));
        all.setDisabled(progress != null || pending.isEmpty());
        collecting.setVisible(progress != null);
        if (progress != null) {
            collected.set(progress.done() / (double) progress.total());
            count.setText(ui.text("bag.collecting", progress.done(), progress.total()));
        }
        Map<String, Long> things = bag.items();
        fill(items, List.of(things, bag.names()), () -> fillItems(things));
    }

    private void fillBalances(Map<String, Long> has) {
        Long xp = has.get("xp");
        if (xp != null && has.containsKey("level")) {
            Table card = ui.card();
            long far = xp % XP_OF_A_LEVEL;
            level.set(far / (double) XP_OF_A_LEVEL);
            card.add(ui.icon(Icon.STAR, 32, Palette.VIOLET)).size(32).padRight(Ui.S2 + Ui.S1);
            card.add(ui.label(Words.name(ui, game, "level") + " " + ui.texts().number(has.get("level")), Type.HEADING))
                    .left();
            card.add(ui.label(
                            ui.text("bag.xp", far, XP_OF_A_LEVEL, Words.name(ui, game, "xp")),
                            Type.SMALL,
                            Palette.MUTED))
                    .right()
                    .growX()
                    .padLeft(Ui.S2)
                    .row();
            card.add();
            card.add(level).colspan(2).growX();
            balances.add(card).growX().prefWidth(360).maxWidth(480).padRight(Ui.S3);
        }
        has.forEach((key, amount) -> {
            if (!key.equals("level") && (xp == null || !key.equals("xp"))) {
                Table card = ui.card();
                card.add(ui.icon(Words.icon(key), 32, Words.color(key)))
                        .size(32)
                        .padRight(Ui.S2);
                card.add(ui.label(ui.texts().number(amount), Type.HEADING)).padRight(Ui.S1);
                card.add(ui.label(Words.name(ui, game, key), Type.SMALL, Palette.MUTED))
                        .padTop(Ui.S1);
                balances.add(card).growY().padRight(Ui.S3);
            }
        });
        if (!bag.isCurrent()) {
            balances.add(ui.chip(Icon.CLOCK, Palette.SPARK, ui.text("bag.stale")));
        }
    }

    private void fillWaiting(List<Grant> pending) {
        for (Grant grant : pending) {
            boolean isCrate = Bag.isCrate(grant);
            String what = Bag.inside(grant).stream()
                    .map(reward -> Words.of(ui, game, reward))
                    .collect(Collectors.joining(", "));
            Color color = isCrate
                    ? Palette.SPARK
                    : Words.color(Bag.inside(grant).get(0).key());
            Table line = line(
                    ui.icon(Words.icon(Bag.inside(grant).get(0)), 28, color),
                    what,
                    ui.texts().orWord("bag.from." + grant.sourceKind()));
            TextButton take =
                    ui.button(ui.text(isCrate ? "bag.open" : "bag.take"), Kind.SECONDARY, () -> bag.take(grant));
            take.setDisabled(bag.collecting() != null);
            line.add(named("bag.take." + grant.id(), take));
            waiting.add(line).growX().padBottom(Ui.S1).padRight(Ui.S2).row();
        }
        if (pending.isEmpty()) {
            waiting.add(
                            game.isOffline()
                                    ? offline()
                                    : empty(Icon.GIFT, ui.text("bag.nothing"), ui.text("bag.nothing.hint")))
                    .grow();
        }
    }

    private void fillItems(Map<String, Long> things) {
        things.forEach((key, amount) -> {
            Table line = line(
                    ui.icon(Words.icon(key), 28, Words.color(key)),
                    Words.name(ui, game, key),
                    "× " + ui.texts().number(amount));
            if (bag.names().isConsumable(key)) {
                line.add(named("bag.use." + key, ui.button(ui.text("bag.use"), Kind.SECONDARY, () -> bag.use(key))));
            }
            items.add(line).growX().padBottom(Ui.S1).padRight(Ui.S2).row();
        });
        if (things.isEmpty()) {
            items.add(empty(Icon.BAG, ui.text("bag.empty"), ui.text("bag.empty.hint")))
                    .grow();
        }
    }
}
