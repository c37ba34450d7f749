package io.kraty.game.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.math.Interpolation;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.actions.Actions;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Image;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
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
    Overlays(Ui ui, Game game) {
        super(ui, game);
        setFillParent(true);
        setBackground(ui.sky());
        setTouchable(Touchable.enabled);
    }

    @Override
    void refresh() {
        boolean isFree = game.quest().phase() == Quest.Phase.NONE;
        Problem.Kind barred = isFree ? game.barred() : null;
        boolean isLost = isFree && game.isOffline() && !game.events().isLoaded();
        setVisible(barred != null || isLost);
        fill(
                this,
                Arrays.asList(
                        barred, isLost, barred == null ? null : game.profile().id()),
                () -> {
                    if (barred == Problem.Kind.BANNED) {
                        banned();
                    } else if (barred != null) {
                        signIn();
                    } else if (isLost) {
                        add(empty(Icon.OFFLINE, ui.text("overlay.offline"), ui.text("overlay.offline.hint")))
                                .width(420);
                    }
                });
    }

    @Override
    public void act(float seconds) {
        super.act(seconds);
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

    private TextButton button(String what, Kind kind, Runnable onClick) {
        TextButton button = ui.button(ui.text("overlay." + what), kind, onClick);
        button.setName("overlay." + what);
        return button;
    }

    private void show(Bag.Reveal reveal) {
        Modal modal = new Modal(ui, true);
        Image crate = ui.icon(Icon.CRATE, 112, Palette.SPARK);
        Table won = new Table();
        Table content = new Table();
        content.add(ui.label(Words.name(ui, game, reveal.crate()), Type.TITLE)).row();
        content.stack(new Container<>(crate).size(112), won).minSize(480, 208).row();
        TextButton collect = button("collect", Kind.PRIMARY, modal::close);
        content.add(collect);
        modal.show(getStage(), content);
        getStage().setKeyboardFocus(collect);
        for (Reward reward : reveal.rewards()) {
            Table one = ui.panel(Palette.RAISED);
            one.add(ui.icon(Words.icon(reward), 48, Palette.GOLD))
                    .size(48)
                    .padBottom(Ui.S2)
                    .row();
            one.add(ui.label(Words.of(ui, game, reward), Type.BODY));
            one.getColor().a = 0;
            won.add(one).minWidth(128).pad(Ui.S1);
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
            one.addAction(Actions.moveTo(x, y, 0.35f, Interpolation.swingOut));
        }
    }

    private void show(FinalizationResult result) {
        Modal modal = new Modal(ui, true).then(() -> game.results().seen(result));
        int place = Objects.requireNonNullElse(result.selfRank(), 0);
        Color metal =
                place == 1 ? Palette.GOLD : place == 2 ? Palette.TEXT : place == 3 ? Palette.SPARK : Palette.MUTED;
        Table content = ui.card();
        content.pad(Ui.S4).defaults().space(Ui.S2);
        content.add(ui.icon(Icon.TROPHY, 72, metal)).size(72).row();
        content.add(ui.label(ui.text("overlay.over", name(result)), Type.BODY, Palette.MUTED))
                .row();
        if (place > 0) {
            content.add(ui.label(ui.text("overlay.place", place), Type.HERO, metal))
                    .row();
        }
        Double score = result.selfScore();
        LeaderboardSelf self = place == 0 || score == null ? null : new LeaderboardSelf(place, score);
        Ranking top = new Ranking(ui, game, 3);
        top.show(new BoardView(1, result.standings(), self, null, true));
        content.add(top).size(360, (place > 3 ? 4 : 3) * 36).padTop(Ui.S2).row();
        content.add(button("nice", Kind.PRIMARY, modal::close)).growX().padTop(Ui.S3);
        modal.show(getStage(), content);
    }

    private String name(FinalizationResult result) {
        String event = result.eventKey();
        if (event != null) {
            return Words.name(ui, game, event);
        }
        return result.ref() instanceof ConfiguredBoardRef board
                ? board.key().replace('_', ' ')
                : ui.text("overlay.board");
    }

    private void banned() {
        String id = String.valueOf(game.profile().id());
        Table page = empty(Icon.LOCK, ui.text("overlay.banned"), ui.text("overlay.banned.hint", id));
        Table buttons = new Table();
        buttons.add(button("copy", Kind.SECONDARY, () -> Gdx.app.getClipboard().setContents(id)))
                .padRight(Ui.S2);
        buttons.add(button(
                "other", Kind.SECONDARY, () -> game.switchTo(3 - game.profile().slot())));
        page.add(buttons).padTop(Ui.S4);
        add(page).width(420);
    }

    private void signIn() {
        Table page = empty(Icon.USER, ui.text("overlay.sign_in"), ui.text("overlay.sign_in.hint"));
        TextField id = ui.field(Objects.requireNonNullElse(game.profile().id(), ""), ui.text("overlay.id"));
        TextField secret = ui.field("", ui.text("overlay.secret"));
        secret.setPasswordMode(true);
        secret.setPasswordCharacter('•');
        page.add(id).growX().padTop(Ui.S4).row();
        page.add(secret).growX().padTop(Ui.S2).row();
        Table buttons = new Table();
        buttons.add(button(
                        "other",
                        Kind.QUIET,
                        () -> game.switchTo(3 - game.profile().slot())))
                .growX();
        buttons.add(button(
                        "enter",
                        Kind.PRIMARY,
                        () -> game.profile()
                                .signIn(id.getText(), secret.getText())
                                .whenComplete((done, failure) -> {
                                    if (failure != null) {
                                        Motion.shake(page);
                                    }
                                })))
                .growX();
        page.add(buttons).growX().padTop(Ui.S3);
        add(page).width(420);
    }
}
