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
import io.kraty.game.state.Reward;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Motion;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.LobbyProgress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
        if (key == Keys.R && phase == Quest.Phase.RESULT) {
            again();
        } else if (key != Keys.ESCAPE && key != Keys.BACK) {
            return false;
        } else if (!quest.isPlaying()) {
            quest.leave();
        } else if (quest.isHeld()) {
            quest.unhold();
        } else {
            quest.hold();
        }
        return true;
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
            case STARTING -> starting(head(card, "quest.opening"));
            case LOBBY -> lobby(head(card, "quest.lobby"));
            case PLAYING ->
                add(new Hud(ui, game, card, Objects.requireNonNull(quest.round())))
                        .grow();
            case RESULT -> result(head(card, "quest.over"), card, Objects.requireNonNull(quest.round()));
            case REFUSED -> refused(card, Objects.requireNonNull(quest.problem()));
            case NONE -> {}
        }
    }

    private Table head(EventCard card, String text) {
        Table middle = new Table();
        middle.add(Prizes.badge(ui, card, 72, Prizes.accent(card))).size(72).row();
        middle.add(ui.label(card.title(ui.texts().locale()), Type.TITLE))
                .padTop(Ui.S3)
                .row();
        middle.add(ui.label(ui.text(text), Type.BODY, Palette.MUTED))
                .padTop(Ui.S1)
                .row();
        add(middle);
        return middle;
    }

    private void starting(Table middle) {
        Label trying = ui.label("", Type.SMALL, Palette.MUTED);
        middle.add(trying).padTop(Ui.S2).row();
        cancel(middle);
        update = () -> trying.setText(game.isOffline() ? ui.text("connection.offline") : "");
    }

    private void cancel(Table middle) {
        middle.getChild(0)
                .addAction(Actions.forever(Actions.sequence(
                        Actions.alpha(0.5f, 0.6f, Interpolation.sine), Actions.alpha(1, 0.6f, Interpolation.sine))));
        middle.add(button("quest.cancel", Kind.QUIET, quest::cancel)).padTop(Ui.S4);
    }

    private void lobby(Table middle) {
        Table seats = new Table();
        Label text = ui.label("", Type.BODY);
        middle.add(seats).pad(Ui.S4, 0, Ui.S3, 0).row();
        middle.add(text).row();
        cancel(middle);
        update = () -> {
            LobbyProgress lobby = quest.lobby();
            if (lobby != null) {
                int taken = lobby.humans() + lobby.bots();
                for (int i = 0; i < lobby.capacity(); i++) {
                    seat(seats, i, i < lobby.humans() ? Icon.USER : i < taken ? Icon.BOT : Icon.CLOCK);
                }
                Duration left = lobby.timeLeft();
                boolean isSoon = left != null && left.toSeconds() <= 0;
                String time = left == null ? "…" : ui.texts().left(left);
                String key = isSoon ? "quest.seats.soon" : "quest.seats";
                text.setText(ui.text(key, taken, lobby.capacity(), time));
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
        boolean isFree = who == Icon.CLOCK;
        Color color = isFree ? Palette.LINE : who == Icon.USER ? Palette.SPARK : Palette.MUTED;
        fill(seat, List.of(who), () -> {
            seat.setBackground(ui.surface(isFree ? Palette.SURFACE : Palette.RAISED, 999));
            boolean isMine = who == Icon.USER && index == 0;
            seat.add(isMine ? ui.avatar(game.profile().avatar(), 56) : ui.icon(who, 28, color));
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
        Label details = ui.label(ui.text("quest.details", round.bestCombo(), round.hits()), Type.BODY);
        Label place = ui.label("", Type.HEADING);
        Table news = new Table();
        Table buttons = new Table();
        TextButton again = button("quest.again", Kind.SECONDARY, this::again);
        buttons.add(again).padRight(Ui.S2);
        buttons.add(button("quest.done", Kind.PRIMARY, quest::leave));
        middle.add(score).padTop(Ui.S3).row();
        middle.add(details).row();
        middle.add(place).pad(Ui.S3, 0, Ui.S3, 0).row();
        middle.add(news).row();
        middle.add(buttons).padTop(Ui.S3);
        update = () -> {
            place.setText(place(card));
            again.setDisabled(open() == null);
            fill(
                    news,
                    Arrays.asList(
                            quest.isSaved(), game.isOffline(), quest.reached().size(), quest.cutOff()),
                    () -> {
                        for (List<Reward> won : quest.reached().values()) {
                            Table chip = ui.chip(Icon.STAR, Palette.GOLD, Prizes.all(ui, game, won));
                            news.add(chip).padBottom(Ui.S2).row();
                        }
                        news.add(saved());
                    });
        };
    }

    private Table saved() {
        Double counts = quest.cutOff();
        if (counts != null && quest.round() != null) {
            String text = ui.text("quest.cut", counts, quest.round().score());
            return ui.chip(Icon.CLOCK, Palette.SHARD, text);
        }
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
        LeaderboardSelf self = board == null ? null : board.board().self();
        if (board == null || self == null) {
            return ui.text("quest.place.unknown");
        }
        int all = Math.max(self.rank(), board.board().entries().size());
        Duration left = card.timeLeft(game.now());
        String place = ui.text("quest.place", self.rank(), all);
        if (left == null || board.board().finalized()) {
            return place;
        }
        return place + ", " + ui.text("quest.final", ui.texts().left(left));
    }

    /** The event as it can be played once more; null if it cannot. */
    private @Nullable EventCard open() {
        EventCard card = quest.card();
        EventCard now = card == null ? null : game.events().card(card.key());
        return now == null || now.lock(game.bag()) != null ? null : now;
    }

    private void again() {
        EventCard card = open();
        if (card != null) {
            quest.enter(card);
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
            case REFUSED, BUG -> Icon.WARNING;
        };
        Table middle = message(icon, ui.text(key), hint);
        Table buttons = new Table();
        buttons.add(button("quest.back", Kind.SECONDARY, quest::leave));
        TextButton way = switch (kind) {
            case TOO_EXPENSIVE, LOCKED -> button("quest.shop", Kind.PRIMARY, this::shop);
            case OFFLINE, LATER, NO_LOBBY -> button("quest.retry", Kind.PRIMARY, () -> quest.enter(card));
            default -> null;
        };
        if (way != null) {
            buttons.add(way).padLeft(Ui.S2);
        }
        middle.add(buttons).padTop(Ui.S4);
        add(middle).width(480);
    }

    private void shop() {
        quest.leave();
        go.accept(Place.SHOP);
    }
}
