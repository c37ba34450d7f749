package io.kraty.game.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.math.Interpolation;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.actions.Actions;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Image;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.utils.Align;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.game.online.Problem;
import io.kraty.game.state.Bag;
import io.kraty.game.state.Game;
import io.kraty.game.state.Quest;
import io.kraty.game.state.Reward;
import io.kraty.game.ui.Icon;
import io.kraty.game.ui.Kind;
import io.kraty.game.ui.Modal;
import io.kraty.game.ui.Motion;
import io.kraty.game.ui.Palette;
import io.kraty.game.ui.Type;
import io.kraty.game.ui.Ui;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.ConfiguredBoardRef;
import io.kraty.sdk.live.FinalizationResult;
import java.util.Arrays;
import java.util.Objects;

/** What comes up by itself, one after the other and never in a round: crates, results, and what bars the player. */
final class Overlays extends Page {
    private final Shell shell;
    private Place place = Place.PLAY;

    Overlays(Ui ui, Game game, Shell shell) {
        super(ui, game);
        this.shell = shell;
        setFillParent(true);
        setBackground(ui.sky());
        setTouchable(Touchable.enabled);
    }

    @Override
    void refresh() {
        // On the profile's page one can do something about being barred.
        boolean isFree = game.quest().phase() == Quest.Phase.NONE;
        Problem.Kind barred = isFree && shell.place() != Place.PROFILE ? game.barred() : null;
        boolean isAlone = isFree && game.isOffline() && !game.events().isLoaded();
        setVisible(barred != null || isAlone);
        String id = String.valueOf(game.profile().id());
        fill(this, Arrays.asList(barred, isAlone, id), () -> {
            boolean isBanned = barred == Problem.Kind.BANNED;
            String key = barred == null ? "overlay.offline" : isBanned ? "overlay.banned" : "overlay.sign_in";
            Icon icon = barred == null ? Icon.OFFLINE : isBanned ? Icon.LOCK : Icon.USER;
            Table page = message(icon, ui.text(key), ui.text(key + ".hint", id));
            if (barred != null) {
                TextButton profile = button("overlay.profile", Kind.PRIMARY, () -> shell.go(Place.PROFILE));
                page.add(profile).padTop(Ui.S4);
            }
            add(page).width(480);
        });
    }

    @Override
    public void act(float seconds) {
        super.act(seconds);
        if (place != shell.place()) {
            place = shell.place();
            refresh();
        }
        if (isVisible() || game.quest().phase() != Quest.Phase.NONE || isSomethingOpen()) {
            return;
        }
        Bag.Reveal reveal = game.bag().nextReveal();
        FinalizationResult result = game.results().next();
        if (reveal != null) {
            show(reveal);
        } else if (result != null) {
            show(result);
        }
    }

    private boolean isSomethingOpen() {
        for (Actor actor : getStage().getActors()) {
            if (actor instanceof Modal) {
                return true;
            }
        }
        return false;
    }

    private void show(Bag.Reveal reveal) {
        Modal modal = new Modal(ui, true);
        Image crate = ui.icon(Icon.CRATE, 112, Palette.SPARK);
        Image light = new Image(ui.art().glow());
        light.setColor(Palette.faint(Palette.SPARK, 0.4f));
        TextButton collect = button("overlay.collect", Kind.PRIMARY, modal::close);
        Table won = new Table();
        Table content = new Table();
        content.add(ui.label(Words.name(ui, game, reveal.crate()), Type.TITLE)).row();
        content.stack(new Container<>(light).size(400), new Container<>(crate).size(112), won)
                .size(640, 240)
                .row();
        content.add(collect);
        modal.show(getStage(), content);
        getStage().setKeyboardFocus(collect);
        for (Reward reward : reveal.rewards()) {
            Table one = ui.panel(Palette.RAISED);
            one.add(ui.icon(Words.icon(game, reward), 48, Words.color(game, reward.key())))
                    .row();
            one.add(ui.label(Words.of(ui, game, reward), Type.BODY)).padTop(Ui.S2);
            one.getColor().a = 0;
            won.add(one).minWidth(144).pad(Ui.S1);
        }
        crate.setOrigin(Align.center);
        crate.addAction(Actions.sequence(
                Actions.repeat(6, Actions.sequence(Actions.rotateTo(7, 0.06f), Actions.rotateTo(-7, 0.06f))),
                Actions.parallel(Actions.scaleTo(1.8f, 1.8f, 0.2f, Interpolation.pow2Out), Actions.fadeOut(0.2f)),
                Actions.run(() -> flyOut(won))));
    }

    private static void flyOut(Table won) {
        for (Actor one : won.getChildren()) {
            float x = one.getX();
            float y = one.getY();
            one.setPosition((won.getWidth() - one.getWidth()) / 2, (won.getHeight() - one.getHeight()) / 2);
            Motion.appear(one, 0);
            Motion.moveTo(one, x, y);
        }
    }

    private void show(FinalizationResult result) {
        Modal modal = new Modal(ui, true).then(() -> game.results().seen(result));
        int place = Objects.requireNonNullElse(result.selfRank(), 0);
        Color metal = place == 1 ? Palette.GOLD : place <= 3 ? Palette.TEXT : Palette.MUTED;
        Double score = result.selfScore();
        LeaderboardSelf self = place == 0 || score == null ? null : new LeaderboardSelf(place, score);
        Ranking top = new Ranking(ui, game, 3);
        top.show(new BoardView(1, result.standings(), self, null, true));
        Table content = ui.card().pad(Ui.S4);
        content.add(ui.icon(Icon.TROPHY, 72, metal)).row();
        String board = name(result);
        content.add(ui.label(ui.text("overlay.over", board), Type.BODY, Palette.MUTED))
                .padTop(Ui.S2)
                .row();
        content.add(ui.label(ui.text("overlay.place", place), Type.HERO, metal)).row();
        content.add(top)
                .size(360, Math.min(4, Math.max(3, place)) * 36)
                .pad(Ui.S3, 0, Ui.S3, 0)
                .row();
        content.add(button("overlay.nice", Kind.PRIMARY, modal::close)).growX();
        modal.show(getStage(), content);
    }

    private String name(FinalizationResult result) {
        String event = result.eventKey();
        if (event != null) {
            return Words.name(ui, game, event);
        }
        return result.ref() instanceof ConfiguredBoardRef board
                ? ui.texts().orWord("boards.name." + board.key())
                : ui.text("overlay.board");
    }
}
