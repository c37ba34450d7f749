package io.kraty.game.ui;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.math.Interpolation;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.actions.Actions;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import org.jspecify.annotations.Nullable;

/** Something that has to be looked at first: all else is dimmed and out of reach until it is closed. */
public final class Modal extends Container<Actor> {
    private @Nullable Actor focusBefore;
    private Runnable afterwards = () -> {};

    /** If it is dismissable, Escape, back, or a click beside it close it. */
    public Modal(Ui ui, boolean dismissable) {
        setBackground(ui.surface(Palette.faint(Palette.SKY, 0.72f), 0));
        setFillParent(true);
        setTouchable(Touchable.enabled);
        addListener(event -> {
            if (dismissable && event instanceof InputEvent input && dismisses(input)) {
                close();
            }
            return false;
        });
    }

    private boolean dismisses(InputEvent event) {
        return switch (event.getType()) {
            case keyDown -> event.getKeyCode() == Keys.ESCAPE || event.getKeyCode() == Keys.BACK;
            case touchDown -> event.getTarget() == this;
            default -> false;
        };
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
        if (getStage() != null && isTouchable()) {
            setTouchable(Touchable.disabled);
            getStage().setKeyboardFocus(focusBefore);
            getActor().addAction(Actions.scaleTo(0.94f, 0.94f, 0.15f, Interpolation.pow2In));
            addAction(Actions.sequence(Actions.fadeOut(0.15f), Actions.run(this::closed)));
        }
    }

    private void closed() {
        remove();
        afterwards.run();
    }
}
