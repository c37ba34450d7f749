package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import io.kraty.api.model.Grant;
import io.kraty.game.state.Bag;
import io.kraty.game.state.Game;
import io.kraty.game.state.Reward;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Meter;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import io.kraty.sdk.CollectProgress;
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
        all = button("bag.all", text("bag.all"), Kind.PRIMARY, bag::takeAll);
        balances.defaults().growY().spaceRight(Ui.S3);
        add(balances).colspan(2).growX().height(72).padBottom(Ui.S3).row();
        Table left = part("bag.waiting", waiting);
        left.add(collected).width(80).pad(0, Ui.S2, 0, Ui.S2);
        left.add(count).padRight(Ui.S2);
        left.add(all);
        add(left.getParent()).grow().uniformX().padRight(Ui.S3);
        add(part("bag.items", items).getParent()).grow().uniformX();
    }

    /** A card with a title and a list; its head is what comes back. */
    private Table part(String title, Table list) {
        Table head = new Table();
        head.add(ui.label(text(title), Type.HEADING)).left().growX();
        Table card = ui.card();
        card.add(head).growX().height(40).padBottom(Ui.S2).row();
        card.add(ui.scroll(list)).grow();
        return head;
    }

    @Override
    void refresh() {
        Map<String, Long> has = bag.balances();
        fill(balances, List.of(has, bag.names(), bag.isCurrent()), () -> fillBalances(has));
        CollectProgress progress = bag.collecting();
        boolean isBusy = progress != null;
        fill(waiting, List.of(bag.pending(), bag.names(), isBusy, game.isOffline()), () -> fillWaiting(isBusy));
        all.setDisabled(isBusy || bag.pending().isEmpty());
        collected.setVisible(isBusy);
        count.setVisible(isBusy);
        if (progress != null) {
            collected.set(progress.done() / (double) progress.total());
            count.setText(text("bag.collecting", progress.done(), progress.total()));
        }
        Map<String, Long> things = bag.items();
        fill(items, List.of(things, bag.names()), () -> fillItems(things));
    }

    private void fillBalances(Map<String, Long> has) {
        boolean hasLevels = has.containsKey("xp") && has.containsKey("level");
        if (hasLevels) {
            long far = has.getOrDefault("xp", 0L) % XP_OF_A_LEVEL;
            level.set(far / (double) XP_OF_A_LEVEL);
            Table card = balance("level", has.getOrDefault("level", 0L));
            String progress = text("bag.xp", far, XP_OF_A_LEVEL, Words.name(ui, game, "xp"));
            card.add(ui.label(progress, Type.SMALL, Palette.MUTED))
                    .expandX()
                    .right()
                    .row();
            card.add(level).colspan(4).growX().padTop(Ui.S1);
            balances.getCell(card).growX();
        }
        has.forEach((key, amount) -> {
            if (!hasLevels || (!key.equals("level") && !key.equals("xp"))) {
                balance(key, amount);
            }
        });
        if (!bag.isCurrent() && !has.isEmpty()) {
            balances.add(ui.chip(Icon.CLOCK, Palette.SPARK, text("bag.stale"))).fill(false);
        }
    }

    private Table balance(String key, long amount) {
        boolean isReached = bag.names().isProgression(key);
        String name = Words.name(ui, game, key);
        String number = ui.texts().number(amount);
        Label head = ui.label(isReached ? name + " " + number : number, Type.HEADING);
        Table card = ui.card();
        card.add(ui.icon(Words.icon(game, key), 28, Words.color(game, key))).padRight(Ui.S2);
        card.add(head).padRight(Ui.S1);
        card.add(ui.label(isReached ? "" : name, Type.SMALL, Palette.MUTED));
        balances.add(card);
        return card;
    }

    private void fillWaiting(boolean isBusy) {
        for (Grant grant : bag.pending()) {
            List<Reward> inside = Bag.inside(grant);
            String what = inside.stream().map(each -> Words.of(ui, game, each)).collect(Collectors.joining(", "));
            String key = Bag.isCrate(grant)
                    ? "crate"
                    : inside.isEmpty() ? "" : inside.get(0).key();
            String act = text(Bag.isCrate(grant) ? "bag.open" : "bag.take");
            TextButton take = button("bag.take." + grant.id(), act, Kind.SECONDARY, () -> bag.take(grant));
            take.setDisabled(isBusy);
            row(waiting, key, what, ui.texts().orWord("bag.from." + grant.sourceKind()), take);
        }
        if (bag.pending().isEmpty()) {
            Table none = empty(Icon.GIFT, text("bag.nothing"), text("bag.nothing.hint"));
            waiting.add(game.isOffline() ? offline() : none).grow();
        }
    }

    private void fillItems(Map<String, Long> things) {
        things.forEach((key, amount) -> {
            TextButton use = button("bag.use." + key, text("bag.use"), Kind.SECONDARY, () -> bag.use(key));
            use.setVisible(bag.names().isConsumable(key));
            String number = "× " + ui.texts().number(amount);
            row(items, key, Words.name(ui, game, key), number, use);
        });
        Table none = empty(Icon.BAG, text("bag.empty"), text("bag.empty.hint"));
        if (things.isEmpty()) {
            items.add(none).grow();
        }
    }
}
