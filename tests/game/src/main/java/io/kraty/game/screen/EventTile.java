package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.ui.Button;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.utils.ClickListener;
import io.kraty.game.state.EventCard;
import io.kraty.game.state.Game;
import io.kraty.game.state.Lock;
import io.kraty.game.state.Reward;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Modal;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event: what it is, until when, what it costs and what it promises. A click on it tells all of it. */
final class EventTile extends Page {
    private final Label left;
    private EventCard card;

    EventTile(Ui ui, Game game, EventCard card) {
        super(ui, game);
        this.card = card;
        left = ui.label("", Type.SMALL, Palette.MUTED);
        setName("events." + card.key());
        setTouchable(Touchable.enabled);
        addListener(new ClickListener() {
            @Override
            public void clicked(InputEvent event, float x, float y) {
                if (event.getTarget().firstAscendant(Button.class) == null) {
                    details();
                }
            }
        });
        refresh();
    }

    String key() {
        return card.key();
    }

    @Override
    void refresh() {
        card = Objects.requireNonNullElse(game.events().card(key()), card);
        Lock lock = card.lock(game.bag());
        fill(this, Arrays.asList(card, lock, game.bag().names(), game.isOffline()), () -> {
            Color ground = Palette.mix(Palette.SURFACE, Palette.RAISED, 0.25f);
            setBackground(
                    ui.surface(lock == null ? Palette.mix(ground, Prizes.accent(card), 0.07f) : Palette.SURFACE, 16));
            pad(Ui.S3).add(head(left)).growX().row();
            add(Prizes.lines(ui, game, card, 3)).grow().pad(Ui.S3, 0, Ui.S2, 0).row();
            add(foot(lock, () -> {})).growX();
        });
        second();
    }

    @Override
    void second() {
        left.setText(Prizes.kindAndTime(ui, game, card));
    }

    private Table head(Label below) {
        Color accent = card.lock(game.bag()) == null ? Prizes.accent(card) : Palette.MUTED;
        Label title = cut(ui.label(card.title(ui.texts().locale()), Type.HEADING));
        Table texts = new Table();
        texts.add(title).growX().minWidth(0).row();
        texts.add(below).left();
        Table head = new Table();
        head.add(Prizes.badge(ui, card, 44, accent)).size(44).padRight(Ui.S2 + Ui.S1);
        head.add(texts).growX();
        return head;
    }

    private Table foot(@Nullable Lock lock, Runnable also) {
        Table foot = new Table();
        if (lock != null) {
            Label reason = ui.paragraph(reason(lock), Type.SMALL, Palette.TEXT);
            foot.add(ui.icon(Icon.LOCK, 18, Palette.MUTED)).padRight(Ui.S1);
            foot.add(reason).growX().padRight(Ui.S2);
        } else {
            for (Reward part : card.isRunning() ? List.<Reward>of() : card.cost()) {
                Color color = Words.color(game, part.key());
                Table cost = ui.chip(Words.icon(game, part), color, Words.of(ui, game, part));
                foot.add(cost).padRight(Ui.S2);
            }
            Integer left = card.attemptsLeft();
            String rest = left == null ? "" : ui.text("events.attempts", left);
            Label attempts = ui.label(rest, Type.SMALL, Palette.MUTED);
            foot.add(attempts).expandX().left();
        }
        foot.add(door(lock, also));
        return foot;
    }

    /** Lets the player in, or to where one gets what is missing. */
    private TextButton door(@Nullable Lock lock, Runnable also) {
        boolean isSold = lock != null && game.shop().sells(lock.key());
        String open = card.isRunning() ? "events.continue" : "events.play";
        boolean isOffline = lock == null && game.isOffline(); // a door opens online only
        String text = isOffline ? "events.offline" : lock == null ? open : isSold ? "place.shop" : "events.locked";
        TextButton door = button(text, lock == null ? Kind.PRIMARY : Kind.SECONDARY, () -> {
            also.run();
            if (lock == null) {
                game.quest().enter(card);
            } else {
                firstAscendant(Shell.class).go(Place.SHOP);
            }
        });
        door.setDisabled(isOffline || (lock != null && !isSold));
        return named("events.play." + key(), door);
    }

    private String reason(Lock lock) {
        String name = lock.key() == null ? "" : Words.name(ui, game, lock.key());
        return switch (lock.reason()) {
            case NEEDS_ITEM -> ui.text("events.lock.item", lock.needed(), name);
            case TOO_EXPENSIVE -> ui.text("events.lock.price", lock.needed(), name, lock.has());
            case NO_ATTEMPTS -> ui.text("events.lock.attempts");
            case NEEDS_UPDATE -> ui.text("events.lock.update");
        };
    }

    private void details() {
        Modal modal = new Modal(ui, true);
        Label when = ui.label(Prizes.kindAndTime(ui, game, card), Type.SMALL, Palette.MUTED);
        String about = ui.text(card.usesLobby() ? "events.about.lobby" : "events.about.solo");
        Table all = new Table();
        all.defaults().growX().padBottom(Ui.S3);
        all.add(head(when)).row();
        all.add(ui.paragraph(about, Type.BODY, Palette.MUTED)).row();
        all.add(ui.scroll(Prizes.lines(ui, game, card, Integer.MAX_VALUE)))
                .maxHeight(280)
                .row();
        all.add(foot(card.lock(game.bag()), modal::close)).padBottom(0);
        Table content = ui.card().pad(Ui.S4);
        content.add(all).grow();
        content.add(ui.iconButton(Icon.CLOSE, ui.text("events.close"), modal::close))
                .top();
        modal.width(480);
        modal.show(getStage(), content);
    }
}
