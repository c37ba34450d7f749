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
import org.jspecify.annotations.Nullable;

/** An event: what it is, until when, what it costs and what it promises. A click on it tells all of it. */
final class EventTile extends Table {
    private final Ui ui;
    private final Game game;
    private final Label left;
    private EventCard card;

    EventTile(Ui ui, Game game, EventCard first) {
        this.ui = ui;
        this.game = game;
        card = first;
        left = ui.label("", Type.SMALL, Palette.MUTED);
        setName("events." + first.key());
        setTouchable(Touchable.enabled);
        addListener(new ClickListener() {
            @Override
            public void clicked(InputEvent event, float x, float y) {
                if (event.getTarget().firstAscendant(Button.class) == null) {
                    details();
                }
            }
        });
    }

    /** Shows the event as it is now. */
    void show(EventCard now) {
        card = now;
        Lock lock = now.lock(game.bag());
        Color accent = lock == null ? Prizes.accent(now) : Palette.MUTED;
        Page.fill(this, Arrays.asList(now, lock, game.bag().names()), () -> {
            setBackground(ui.surface(Palette.mix(Palette.SURFACE, accent, lock == null ? 0.1f : 0), 16));
            pad(Ui.S3).add(head(accent, left)).growX().row();
            add(Prizes.lines(ui, game, now, 3))
                    .grow()
                    .padTop(Ui.S2 + Ui.S1)
                    .padBottom(Ui.S2)
                    .row();
            add(foot(lock, () -> {})).growX();
        });
        second();
    }

    /** Moves the countdown. */
    void second() {
        left.setText(Prizes.kindAndTime(ui, game, card));
    }

    private Table head(Color accent, Label below) {
        Table head = new Table();
        head.add(Prizes.badge(ui, card, 44, accent)).size(44).padRight(Ui.S2 + Ui.S1);
        Label title = ui.label(card.title(ui.texts().locale()), Type.HEADING);
        title.setEllipsis(true);
        Table texts = new Table();
        texts.add(title).growX().minWidth(0).row();
        texts.add(below).left();
        head.add(texts).growX();
        return head;
    }

    private Table foot(@Nullable Lock lock, Runnable also) {
        Table foot = new Table();
        if (lock != null) {
            foot.add(ui.icon(Icon.LOCK, 18, Palette.MUTED)).size(18).padRight(Ui.S1);
            foot.add(ui.paragraph(reason(lock), Type.SMALL, Palette.TEXT))
                    .growX()
                    .padRight(Ui.S2);
        } else {
            for (Reward part : card.isRunning() ? List.<Reward>of() : card.cost()) {
                foot.add(ui.chip(Words.icon(part), Palette.GOLD, Words.of(ui, game, part)))
                        .padRight(Ui.S2);
            }
            Integer attempts = card.attemptsLeft();
            String rest = attempts == null ? "" : ui.text("events.attempts", attempts);
            foot.add(ui.label(rest, Type.SMALL, Palette.MUTED)).expandX().left();
        }
        foot.add(door(lock, also));
        return foot;
    }

    /** Lets the player in, or to where one gets what is missing. */
    private TextButton door(@Nullable Lock lock, Runnable also) {
        boolean isSold = lock != null
                && game.shop().offers().stream().anyMatch(offer -> offer.item().equals(lock.key()));
        String open = card.isRunning() ? "events.continue" : "events.play";
        String text = lock == null ? open : isSold ? "place.shop" : "events.locked";
        TextButton door = ui.button(ui.text(text), lock == null ? Kind.PRIMARY : Kind.SECONDARY, () -> {
            also.run();
            if (lock == null) {
                game.quest().enter(card);
            } else {
                firstAscendant(Shell.class).go(Place.SHOP);
            }
        });
        door.setDisabled(lock != null && !isSold);
        door.setName("events.play." + card.key());
        return door;
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
        Table content = ui.card();
        content.pad(Ui.S4);
        Label when = ui.label(Prizes.kindAndTime(ui, game, card), Type.SMALL, Palette.MUTED);
        content.add(head(Prizes.accent(card), when)).growX();
        content.add(ui.iconButton(Icon.CLOSE, ui.text("events.close"), modal::close))
                .top()
                .row();
        String rules = ui.text(card.usesLobby() ? "events.about.lobby" : "events.about.solo");
        content.add(ui.paragraph(rules, Type.BODY, Palette.MUTED))
                .growX()
                .colspan(2)
                .padTop(Ui.S3)
                .row();
        Table prizes = Prizes.lines(ui, game, card, Integer.MAX_VALUE);
        content.add(ui.scroll(prizes))
                .growX()
                .maxHeight(280)
                .colspan(2)
                .padTop(Ui.S3)
                .row();
        content.add(foot(card.lock(game.bag()), modal::close))
                .growX()
                .colspan(2)
                .padTop(Ui.S4);
        modal.show(getStage(), content);
        modal.width(440);
    }
}
