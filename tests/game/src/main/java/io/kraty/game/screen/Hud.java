package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import io.kraty.game.round.Round;
import io.kraty.game.state.EventCard;
import io.kraty.game.state.Game;
import io.kraty.game.state.Prize;
import io.kraty.game.state.Quest;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Meter;
import io.kraty.game.ui.Motion;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import io.kraty.sdk.live.BoardSubscription;
import java.time.Duration;

/** A round as it is played: the field, above it how it goes, and at the side who else plays. */
final class Hud extends Table {
    private final Ui ui;
    private final Game game;
    private final Quest quest;
    private final EventCard card;
    private final Round round;
    private final Label score;
    private final Label combo;
    private final Label time;
    private final Label goal;
    private final Meter toGoal;
    private final Meter toEnd;
    private final Ranking ranking;
    private final Table held = new Table();
    private final Table offline;
    private int shownScore = -1;
    private int shownCombo = 1;
    private int shownSecond;

    Hud(Ui ui, Game game, EventCard card, Round round) {
        this.ui = ui;
        this.game = game;
        this.card = card;
        this.round = round;
        quest = game.quest();
        score = ui.label("0", Type.TITLE);
        combo = ui.label("×1", Type.TITLE, Palette.MUTED);
        time = ui.label("", Type.TITLE);
        goal = ui.label("", Type.SMALL);
        goal.setEllipsis(true);
        toGoal = ui.meter(Palette.GOLD);
        toEnd = ui.meter(Palette.INFO);
        ranking = new Ranking(ui, game, 5);
        offline = new Table();
        offline.add(ui.icon(Icon.OFFLINE, 18, Palette.SHARD)).size(18).padRight(Ui.S2);
        offline.add(ui.paragraph(ui.text("quest.offline"), Type.SMALL, Palette.TEXT))
                .growX();

        Arena arena = new Arena(ui);
        arena.show(round);
        held.setTouchable(Touchable.enabled);
        held.setBackground(ui.surface(Palette.faint(Palette.NIGHT, 0.8f), 16));
        held.add(ui.label(ui.text("quest.held"), Type.HERO)).padBottom(Ui.S4).row();
        held.add(button("unhold", Kind.PRIMARY, quest::unhold));
        Table left = new Table();
        left.add(how()).growX().padBottom(Ui.S2).row();
        left.stack(arena, held).grow();
        pad(Ui.S3).add(left).grow();
        add(who()).width(248).growY().padLeft(Ui.S3);
        update();
    }

    private Table how() {
        Table how = new Table();
        how.add(score).minWidth(56).padLeft(Ui.S1);
        how.add(combo).minWidth(48).padRight(Ui.S4);
        Table milestone = new Table();
        milestone.add(goal).growX().minWidth(0).row();
        milestone.add(toGoal).growX();
        how.add(milestone).growX().padRight(Ui.S4);
        how.add(toEnd).width(120).padRight(Ui.S2);
        how.add(time).minWidth(64);
        return how;
    }

    private Table who() {
        Table who = new Table();
        Table head = new Table();
        head.add(Prizes.badge(ui, card, 36, Prizes.accent(card))).size(36).padRight(Ui.S2);
        Label title = ui.label(card.title(ui.texts().locale()), Type.HEADING);
        title.setEllipsis(true);
        head.add(title).growX().minWidth(0);
        who.add(head).growX().padBottom(Ui.S3).row();
        who.add(ranking).growX().height(6 * 36).row();
        who.add().grow().row();
        who.add(offline).growX().padBottom(Ui.S3).row();
        Table buttons = new Table();
        buttons.add(button("stop", Kind.QUIET, quest::stop)).growX().padRight(Ui.S2);
        buttons.add(button("hold", Kind.SECONDARY, quest::hold)).growX();
        who.add(buttons).growX();
        return who;
    }

    private TextButton button(String what, Kind kind, Runnable onClick) {
        TextButton button = ui.button(ui.text("quest." + what), kind, onClick);
        button.setName("quest." + what);
        return button;
    }

    /** Shows what the platform has told. */
    void update() {
        held.setVisible(quest.isHeld());
        offline.setVisible(game.isOffline());
        BoardSubscription board = quest.board();
        if (board != null) {
            ranking.show(board.board());
        }
        aim();
    }

    private void aim() {
        Prize next = quest.nextMilestone();
        toGoal.setVisible(next != null);
        if (next == null) {
            goal.setText(card.prizes().isEmpty() ? "" : ui.text("quest.goals.done"));
        } else {
            toGoal.set(quest.counted(next) / next.from());
            goal.setText(Prizes.reason(ui, card, next) + ": " + Prizes.all(ui, game, next.rewards()));
        }
    }

    @Override
    public void act(float seconds) {
        super.act(seconds);
        int second = (int) Math.ceil(round.timeLeft());
        if (second != shownSecond) {
            shownSecond = second;
            time.setText(ui.texts().left(Duration.ofSeconds(second)));
            time.setColor(second <= 5 ? Palette.SHARD : Palette.TEXT);
            toEnd.set(round.timeLeft() / round.length());
        }
        if (round.score() != shownScore) {
            shownScore = round.score();
            score.setText(ui.texts().number(shownScore));
            aim();
        }
        if (round.combo() != shownCombo) {
            shownCombo = round.combo();
            combo.setText("×" + shownCombo);
            combo.setColor(shownCombo > 1 ? Palette.SPARK : Palette.MUTED);
            Motion.pulse(combo);
        }
    }
}
