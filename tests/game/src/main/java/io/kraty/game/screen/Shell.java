package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.utils.ClickListener;
import com.badlogic.gdx.utils.Align;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The frame around all pages: where one is, what one has, and whether the platform is there. */
final class Shell extends Page {
    private final Container<Actor> content = new Container<>().fill();
    private final Table rail = new Table();
    private final Table top = new Table();
    private final Consumer<Locale> speak;
    private Place place = Place.PLAY;
    private Page page;

    /** Within a frame one can also change the language. */
    Shell(Ui ui, Game game, Consumer<Locale> speak) {
        super(ui, game);
        this.speak = speak;
        page = place.page(ui, game);
        setFillParent(true);
        setBackground(ui.sky());
        add(rail).width(104).growY();
        Table right = new Table();
        right.add(top).growX().height(56).pad(Ui.S2, Ui.S3, 0, Ui.S3).row();
        right.add(content).grow().pad(Ui.S2, Ui.S3, Ui.S3, Ui.S3);
        add(right).grow();
        content.setActor(page);
        page.opened();
    }

    /** Goes somewhere. */
    void go(Place where) {
        page.closed();
        place = where;
        page = where.page(ui, game);
        content.setActor(page);
        page.opened();
        refresh();
    }

    /** Shows everything in another language from now on. */
    void speak(Locale other) {
        speak.accept(other);
    }

    Place place() {
        return place;
    }

    @Override
    void refresh() {
        fill(rail, List.of(place, game.bag().pending().size()), this::fillRail);
        fillTop();
    }

    private void fillRail() {
        rail.top().padTop(Ui.S3);
        for (Place each : Place.values()) {
            Color colour = each == place ? Palette.SPARK : Palette.MUTED;
            Table entry = new Table();
            entry.setTouchable(com.badlogic.gdx.scenes.scene2d.Touchable.enabled);
            if (each == place) {
                entry.setBackground(ui.surface(Palette.RAISED, 16));
            }
            int waiting = each == Place.BAG ? game.bag().pending().size() : 0;
            entry.add(sign(each.icon, colour, waiting)).padTop(Ui.S1).row();
            entry.add(ui.label(ui.text(each.textKey()), Type.SMALL, colour));
            entry.addListener(new ClickListener() {
                @Override
                public void clicked(InputEvent event, float x, float y) {
                    go(each);
                }
            });
            entry.setName("rail." + each);
            rail.add(entry).size(88, 64).padBottom(Ui.S2).row();
        }
    }

    /** A picture, and how many things wait there. */
    private Table sign(Icon icon, Color colour, int waiting) {
        Table sign = new Table();
        Table over = new Table();
        sign.stack(ui.icon(icon, 26, colour), over).size(26);
        if (waiting > 0) {
            Table badge = new Table();
            badge.setBackground(ui.surface(Palette.SHARD, 999));
            String count = waiting > 9 ? "9+" : ui.texts().number(waiting);
            badge.add(ui.label(count, Type.SMALL, Palette.NIGHT)).pad(0, Ui.S1 + 2, 0, Ui.S1 + 2);
            over.add(badge).height(18).expand().top().left().padLeft(18).padTop(-Ui.S1);
        }
        return sign;
    }

    private void fillTop() {
        top.clearChildren();
        Locale locale = ui.texts().locale();
        top.add(ui.label(ui.text(place.textKey()), Type.TITLE)).left();
        if (game.isOffline()) {
            top.add(ui.chip(Icon.OFFLINE, Palette.SHARD, ui.text("connection.offline")))
                    .padLeft(Ui.S3);
        } else if (game.unsent() > 0) {
            top.add(ui.chip(Icon.ONLINE, Palette.SPARK, ui.text("connection.saving")))
                    .padLeft(Ui.S3);
        }
        top.add().growX();
        top.add(ui.chip(Icon.COIN, Palette.GOLD, ui.texts().number(game.bag().amount("gold"))))
                .padRight(Ui.S2);
        top.add(ui.chip(Icon.GEM, Palette.GEM, ui.texts().number(game.bag().amount("gems"))))
                .padRight(Ui.S2);
        String level = game.bag().names().of("level", locale) + " "
                + ui.texts().number(game.bag().amount("level"));
        top.add(ui.chip(Icon.STAR, Palette.VIOLET, level)).padRight(Ui.S3);
        String name = game.profile().name();
        top.add(ui.avatar(game.profile().avatar(), 36)).padRight(Ui.S2);
        top.add(ui.label(name == null ? "…" : name, Type.BODY)).align(Align.left);
    }
}
