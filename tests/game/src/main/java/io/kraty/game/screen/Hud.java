package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.utils.Align;
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
final class Hud extends Page {
    private final Quest quest;
    private final EventCard card;
    private final Round round;
    private final Label score = ui.label("0", Type.HERO);
    private final Label combo = ui.label("×1", Type.TITLE, Palette.MUTED);
    private final Label time = ui.label("", Type.HEADING);
    private final Label goal = cut(ui.label("", Type.BODY));
    private final Meter toGoal = ui.meter(Palette.GOLD);
    private final Meter toEnd = ui.meter(Palette.INFO);
    private final Ranking ranking = new Ranking(ui, game, 5);
    private final Table held = new Table();
    private final Table offline = new Table();
    private int shownScore;
    private int shownCombo = 1;
    private int shownSecond;

    Hud(Ui ui, Game game, EventCard card, Round round) {
        super(ui, game);
        this.card = card;
        this.round = round;
        quest = game.quest();
        Arena arena = new Arena(ui);
        arena.show(round);
        Table left = new Table();
        left.add(how()).growX().row();
        left.add(arena).grow().padTop(Ui.S2);
        pad(Ui.S3).add(left).grow();
        add(who()).width(248).growY().padLeft(Ui.S3);
        addActor(held);
        held.setFillParent(true);
        held.setTouchable(Touchable.enabled);
        held.setBackground(ui.surface(Palette.faint(Palette.SKY, 0.8f), 0));
        held.add(ui.label(ui.text("quest.held"), Type.HERO)).padBottom(Ui.S1).row();
        Label others = ui.paragraph(ui.text("quest.held.hint"), Type.BODY, Palette.MUTED);
        others.setAlignment(Align.center);
        held.add(others).width(400).padBottom(Ui.S4).row();
        held.add(button("quest.unhold", Kind.PRIMARY, quest::unhold))
                .width(200)
                .padBottom(Ui.S2)
                .row();
        held.add(button("quest.stop", Kind.QUIET, quest::stop)).width(200);
    }

    private Table how() {
        Table clock = new Table();
        clock.add(time).left().row();
        clock.add(toEnd).width(112);
        Table milestone = new Table();
        milestone.add(goal).growX().minWidth(0).padBottom(Ui.S1).row();
        milestone.add(toGoal).growX();
        Table how = new Table();
        how.add(score).minWidth(72);
        how.add(combo).minWidth(56).left().padLeft(Ui.S2);
        how.add(clock).padLeft(Ui.S3);
        how.add(milestone).growX().padLeft(Ui.S5);
        return how;
    }

    private Table who() {
        Table head = new Table();
        head.add(Prizes.badge(ui, card, 36, Prizes.accent(card))).size(36).padRight(Ui.S2);
        head.add(cut(ui.label(card.title(ui.texts().locale()), Type.HEADING)))
                .growX()
                .minWidth(0);
        offline.add(ui.icon(Icon.OFFLINE, 18, Palette.SHARD)).padRight(Ui.S2);
        offline.add(ui.paragraph(ui.text("quest.offline"), Type.SMALL, Palette.TEXT))
                .growX();
        Table who = new Table();
        who.defaults().growX().padBottom(Ui.S3);
        who.add(head).row();
        who.add(ranking).height(6 * 36).row();
        who.add().growY().row();
        who.add(offline).row();
        who.add(ui.paragraph(ui.text("quest.keys"), Type.SMALL, Palette.MUTED)).row();
        who.add(button("quest.hold", Kind.SECONDARY, quest::hold)).padBottom(0);
        return who;
    }

    @Override
    void refresh() {
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
        if (next != null) {
            toGoal.set(quest.counted(next) / next.from());
            goal.setText(Prizes.reason(ui, card, next) + ": " + Prizes.all(ui, game, next.rewards()));
        } else {
            goal.setText(quest.reached().isEmpty() ? "" : ui.text("quest.goals.done"));
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
