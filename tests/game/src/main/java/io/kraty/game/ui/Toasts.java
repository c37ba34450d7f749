package io.kraty.game.ui;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.math.Interpolation;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.scenes.scene2d.actions.Actions;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.VerticalGroup;
import com.badlogic.gdx.utils.Align;
import org.jspecify.annotations.Nullable;

/** Short news at the top right that go away by themselves; add it to the stage last. */
public final class Toasts extends Container<VerticalGroup> {
    private static final int AT_MOST = 3;
    private static final float WIDTH = 300;

    private final Ui ui;
    private final VerticalGroup shown = new VerticalGroup();

    public Toasts(Ui ui) {
        this.ui = ui;
        setActor(shown.space(Ui.S2).columnRight());
        top().right().pad(Ui.S3);
        setFillParent(true);
        setTouchable(Touchable.disabled);
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
        float home = toast.getX();
        toast.setX(home + WIDTH);
        toast.addAction(Actions.moveTo(home, toast.getY(), 0.3f, Interpolation.pow3Out));
        place.addAction(Actions.sequence(Actions.delay(4), Actions.fadeOut(0.3f), Actions.removeActor()));
    }
}
