package io.kraty.game.ui;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.math.Interpolation;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.InputListener;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.actions.Actions;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.utils.Align;
import org.jspecify.annotations.Nullable;

/** Something that has to be looked at first: all else is dimmed and out of reach until it is closed. */
public final class Modal extends Container<Actor> {
    private final boolean dismissable;
    private @Nullable Actor focusBefore;
    private Runnable afterwards = () -> {};

    /** If it is dismissable, Escape, back, or a click beside it close it. */
    public Modal(Ui ui, boolean dismissable) {
        this.dismissable = dismissable;
        setBackground(ui.surface(Palette.faint(Palette.SKY, 0.72f), 0));
        setFillParent(true);
        setTouchable(Touchable.enabled);
        addListener(new InputListener() {
            @Override
            public boolean touchDown(InputEvent event, float x, float y, int pointer, int button) {
                if (event.getTarget() == Modal.this) {
                    dismiss();
                }
                return true;
            }

            @Override
            public boolean keyDown(InputEvent event, int key) {
                if (key == Keys.ESCAPE || key == Keys.BACK) {
                    dismiss();
                }
                return true;
            }
        });
    }

    /** What to do once it is closed. */
    public Modal then(Runnable action) {
        afterwards = action;
        return this;
    }

    public void show(Stage stage, Actor content) {
        focusBefore = stage.getKeyboardFocus();
        setActor(content);
        stage.addActor(this);
        stage.setKeyboardFocus(this);
        stage.setScrollFocus(null);
        validate();
        Motion.appear(content, 0);
        getColor().a = 0;
        addAction(Actions.fadeIn(0.15f));
    }

    public void close() {
        Stage stage = getStage();
        if (stage == null || getTouchable() == Touchable.disabled) {
            return;
        }
        setTouchable(Touchable.disabled);
        stage.setKeyboardFocus(focusBefore);
        Actor content = getActor();
        content.setOrigin(Align.center);
        content.addAction(Actions.scaleTo(0.94f, 0.94f, 0.15f, Interpolation.pow2In));
        addAction(Actions.sequence(Actions.fadeOut(0.15f), Actions.run(afterwards), Actions.removeActor()));
    }

    private void dismiss() {
        if (dismissable) {
            close();
        }
    }
}
