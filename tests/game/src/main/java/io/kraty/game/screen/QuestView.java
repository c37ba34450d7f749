package io.kraty.game.screen;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.math.Interpolation;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.InputListener;
import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.actions.Actions;
import com.badlogic.gdx.scenes.scene2d.actions.TemporalAction;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.game.online.Problem;
import io.kraty.game.round.Round;
import io.kraty.game.state.EventCard;
import io.kraty.game.state.Game;
import io.kraty.game.state.Quest;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Motion;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.LobbyProgress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/** The event being played, over everything else: the door, the lobby, the round and the result. */
final class QuestView extends Page {
    private final Quest quest;
    private final Consumer<Place> go;
    private Quest.Phase phase = Quest.Phase.NONE;
    private Runnable update = () -> {};

    QuestView(Ui ui, Game game, Consumer<Place> go) {
        super(ui, game);
        quest = game.quest();
        this.go = go;
        setVisible(false);
        setTouchable(Touchable.enabled);
        setBackground(ui.sky());
        addListener(new InputListener() {
            @Override
            public boolean keyDown(InputEvent event, int key) {
                return pressed(key);
            }
        });
    }

    private boolean pressed(int key) {
        if (key == Keys.ESCAPE || key == Keys.BACK) {
            if (!quest.isPlaying()) {
                quest.leave();
            } else if (quest.isHeld()) {
                quest.unhold();
            } else {
                quest.hold();
            }
            return true;
        }
        if (key == Keys.R && phase == Quest.Phase.RESULT) {
            again();
            return true;
        }
        return false;
    }

    @Override
    void refresh() {
        EventCard card = quest.card();
        if (phase != quest.phase()) {
            phase = quest.phase();
            update = () -> {};
            clearChildren();
            setVisible(card != null);
            getStage().setKeyboardFocus(card == null ? null : this);
            if (card != null) {
                build(card);
            }
        }
        update.run();
    }

    @Override
    void second() {
        update.run();
    }

    private void build(EventCard card) {
        switch (phase) {
            case STARTING -> wait(head(card, "quest.opening"));
            case LOBBY -> lobby(head(card, "quest.lobby"));
            case PLAYING -> {
                Hud hud = new Hud(ui, game, card, Objects.requireNonNull(quest.round()));
                add(hud).grow();
                update = hud::update;
            }
            case RESULT -> result(head(card, "quest.over"), card, Objects.requireNonNull(quest.round()));
            case REFUSED -> refused(card, Objects.requireNonNull(quest.problem()));
            case NONE -> {}
        }
    }

    private Table head(EventCard card, String text) {
        Table middle = new Table();
        middle.add(Prizes.badge(ui, card, 72, Prizes.accent(card)))
                .size(72)
                .padBottom(Ui.S3)
                .row();
        middle.add(ui.label(card.title(ui.texts().locale()), Type.TITLE)).row();
        middle.add(ui.label(ui.text(text), Type.BODY, Palette.MUTED))
                .padTop(Ui.S1)
                .row();
        add(middle);
        return middle;
    }

    private void wait(Table middle) {
        middle.getChild(0)
                .addAction(Actions.forever(Actions.sequence(
                        Actions.alpha(0.5f, 0.6f, Interpolation.sine), Actions.alpha(1, 0.6f, Interpolation.sine))));
        middle.add(button("cancel", Kind.QUIET, quest::cancel)).padTop(Ui.S4);
    }

    private TextButton button(String what, Kind kind, Runnable onClick) {
        TextButton button = ui.button(ui.text("quest." + what), kind, onClick);
        button.setName("quest." + what);
        return button;
    }

    private void lobby(Table middle) {
        Table seats = new Table();
        Label text = ui.label("", Type.BODY);
        middle.add(seats).pad(Ui.S4, 0, Ui.S3, 0).row();
        middle.add(text).row();
        wait(middle);
        update = () -> {
            LobbyProgress lobby = quest.lobby();
            if (lobby != null) {
                for (int i = 0; i < lobby.capacity(); i++) {
                    seat(
                            seats,
                            i,
                            i < lobby.humans() ? Icon.USER : i < lobby.humans() + lobby.bots() ? Icon.BOT : Icon.CLOCK);
                }
                Duration left = lobby.timeLeft();
                String time = left == null ? "…" : ui.texts().left(left);
                text.setText(ui.text("quest.seats", lobby.humans() + lobby.bots(), lobby.capacity(), time));
            }
        };
    }

    /** Whoever takes a seat is seen to take it. */
    private void seat(Table seats, int index, Icon who) {
        if (index >= seats.getChildren().size) {
            seats.add(new Table()).size(64).pad(Ui.S1);
            if (index % 8 == 7) {
                seats.row();
            }
        }
        Table seat = (Table) seats.getChild(index);
        fill(seat, List.of(who), () -> {
            boolean isFree = who == Icon.CLOCK;
            seat.setBackground(ui.surface(isFree ? Palette.SURFACE : Palette.RAISED, 999));
            if (who == Icon.USER && index == 0) {
                seat.add(ui.avatar(game.profile().avatar(), 56)).size(56);
            } else {
                Color color = isFree ? Palette.LINE : who == Icon.USER ? Palette.SPARK : Palette.MUTED;
                seat.add(ui.icon(who, 28, color)).size(28);
            }
            if (!isFree) {
                Motion.pulse(seat);
            }
        });
    }

    private void result(Table middle, EventCard card, Round round) {
        Label score = ui.label("", Type.HERO, Palette.SPARK);
        score.addAction(new TemporalAction(0.7f, Interpolation.pow2Out) {
            @Override
            protected void update(float share) {
                score.setText(ui.texts().number(Math.round(share * round.score())));
            }
        });
        String details = ui.text("quest.details", round.bestCombo(), round.hits());
        Label place = ui.label("", Type.HEADING);
        Table news = new Table();
        middle.add(score).padTop(Ui.S3).row();
        middle.add(ui.label(details, Type.BODY)).row();
        middle.add(place).padTop(Ui.S3).row();
        middle.add(news).padTop(Ui.S3);
        update = () -> {
            place.setText(place(card));
            boolean isOpen = isOpen(card);
            fill(news, List.of(quest.isSaved(), game.isOffline(), quest.reached(), isOpen), () -> {
                quest.reached()
                        .values()
                        .forEach(won -> news.add(ui.chip(Icon.STAR, Palette.GOLD, Prizes.all(ui, game, won)))
                                .padBottom(Ui.S2)
                                .row());
                news.add(saved()).padBottom(Ui.S4).row();
                Table buttons = new Table();
                TextButton again = button("again", Kind.SECONDARY, this::again);
                again.setDisabled(!isOpen);
                buttons.add(again).padRight(Ui.S2);
                buttons.add(button("done", Kind.PRIMARY, quest::leave));
                news.add(buttons);
            });
        };
    }

    private Table saved() {
        if (quest.isSaved()) {
            return ui.chip(Icon.CHECK, Palette.GOOD, ui.text("quest.saved"));
        }
        return game.isOffline()
                ? ui.chip(Icon.OFFLINE, Palette.SHARD, ui.text("quest.kept"))
                : ui.chip(Icon.UP, Palette.SPARK, ui.text("connection.saving"));
    }

    /** {@code 4 of 10, final in 6:12}. */
    private String place(EventCard card) {
        BoardSubscription board = quest.board();
        BoardView view = board == null ? null : board.board();
        LeaderboardSelf self = view == null ? null : view.self();
        if (view == null || self == null) {
            return ui.text("quest.place.unknown");
        }
        Duration left = card.timeLeft(game.now());
        String place = ui.text(
                "quest.place", self.rank(), Math.max(self.rank(), view.entries().size()));
        return left == null || view.finalized()
                ? place
                : place + ", " + ui.text("quest.final", ui.texts().left(left));
    }

    private boolean isOpen(EventCard card) {
        EventCard now = game.events().card(card.key());
        return now != null && now.lock(game.bag()) == null;
    }

    private void again() {
        EventCard card = quest.card();
        EventCard now = card == null ? null : game.events().card(card.key());
        if (now != null && now.lock(game.bag()) == null) {
            quest.enter(now);
        }
    }

    private void refused(EventCard card, Problem problem) {
        Problem.Kind kind = problem.kind();
        String key = "quest.refused." + kind.name().toLowerCase(Locale.ROOT);
        String hint = kind == Problem.Kind.REFUSED ? problem.detail() : ui.text(key + ".hint");
        Icon icon = switch (kind) {
            case OFFLINE -> Icon.OFFLINE;
            case NO_ATTEMPTS, CLOSED, LATER -> Icon.CLOCK;
            case NO_LOBBY -> Icon.FRIENDS;
            case TOO_EXPENSIVE -> Icon.COIN;
            case BANNED, SIGN_IN, LOCKED -> Icon.LOCK;
            case REFUSED -> Icon.WARNING;
        };
        Table middle = empty(icon, ui.text(key), hint);
        Table buttons = new Table();
        buttons.add(button("back", Kind.SECONDARY, quest::leave));
        switch (kind) {
            case TOO_EXPENSIVE, LOCKED ->
                buttons.add(button("shop", Kind.PRIMARY, () -> {
                            quest.leave();
                            go.accept(Place.SHOP);
                        }))
                        .padLeft(Ui.S2);
            case OFFLINE, LATER, NO_LOBBY ->
                buttons.add(button("retry", Kind.PRIMARY, () -> quest.enter(card)))
                        .padLeft(Ui.S2);
            default -> {}
        }
        middle.add(buttons).padTop(Ui.S4);
        add(middle).width(420);
    }
}
