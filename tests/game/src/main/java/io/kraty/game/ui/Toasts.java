package io.kraty.game.ui;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.actions.Actions;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.VerticalGroup;
import com.badlogic.gdx.utils.Align;
import org.jspecify.annotations.Nullable;

/** Short news that go away by themselves, where they cover nothing that is needed; add it to the stage last. */
public final class Toasts extends Container<VerticalGroup> {
    private static final int AT_MOST = 2;
    private static final float BELOW_THE_RANKING = 300;
    private static final float WIDTH = 264;

    private final Ui ui;
    private final VerticalGroup shown = new VerticalGroup();

    public Toasts(Ui ui) {
        this.ui = ui;
        setActor(shown.space(Ui.S2));
        setFillParent(true);
        dock(false);
        setTouchable(Touchable.disabled);
    }

    /** At the left below everything; in a round at the right, between who plays and what can be pressed. */
    public void dock(boolean isRound) {
        if (isRound) {
            shown.columnRight();
            top().right().pad(BELOW_THE_RANKING, 0, 0, Ui.S3 - Ui.S2);
        } else {
            shown.columnLeft();
            bottom().left().pad(0, Ui.S2, Ui.S2, 0);
        }
        invalidate();
    }

    public void show(Icon icon, Color color, String title, @Nullable String detail) {
        toFront();
        while (shown.getChildren().size >= AT_MOST) {
            shown.getChild(0).remove();
        }
        Table toast = ui.panel(Palette.RAISED);
        toast.pad(Ui.S2 + Ui.S1);
        toast.add(ui.icon(icon, 24, color)).size(24).padRight(Ui.S2 + Ui.S1);
        toast.add(ui.paragraph(title, Type.BODY, Palette.TEXT)).growX().row();
        if (detail != null) {
            toast.add(ui.paragraph(detail, Type.SMALL, Palette.MUTED))
                    .growX()
                    .colspan(2)
                    .padLeft(24 + Ui.S2 + Ui.S1);
        }
        Container<Actor> place = new Container<Actor>(toast).width(WIDTH).align(Align.right);
        shown.addActor(place);
        shown.validate();
        Motion.appear(toast, 0);
        place.addAction(Actions.sequence(Actions.delay(4), Actions.fadeOut(0.3f), Actions.removeActor()));
    }
}
