package io.kraty.game.ui;

import com.badlogic.gdx.math.Interpolation;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Group;
import com.badlogic.gdx.scenes.scene2d.actions.Actions;
import com.badlogic.gdx.utils.Align;

/** The motions that explain: what is new, what has changed, where it went and that it did not work. */
public final class Motion {
    private Motion() {}

    /** Comes in, after some time: things that belong together come one after the other. */
    public static void appear(Actor actor, float delay) {
        actor.getColor().a = 0;
        actor.addAction(Actions.sequence(
                Actions.delay(Math.max(0.02f, delay)), // by then it has been laid out and has a middle
                Actions.run(() -> grows(actor, 0.94f)),
                Actions.parallel(Actions.fadeIn(0.2f), Actions.scaleTo(1, 1, 0.3f, Interpolation.swingOut))));
    }

    /** Swells once, as what it shows has changed. */
    public static void pulse(Actor actor) {
        grows(actor, 1);
        actor.addAction(Actions.sequence(
                Actions.scaleTo(1.14f, 1.14f, 0.1f, Interpolation.pow2Out),
                Actions.scaleTo(1, 1, 0.25f, Interpolation.pow2)));
    }

    public static void moveTo(Actor actor, float x, float y) {
        actor.addAction(Actions.moveTo(x, y, 0.35f, Interpolation.pow3Out));
    }

    /** Says no. */
    public static void shake(Actor actor) {
        actor.addAction(Actions.sequence(
                Actions.moveBy(-6, 0, 0.04f),
                Actions.repeat(2, Actions.sequence(Actions.moveBy(12, 0, 0.07f), Actions.moveBy(-12, 0, 0.07f))),
                Actions.moveBy(6, 0, 0.04f)));
    }

    private static void grows(Actor actor, float scale) {
        actor.setOrigin(Align.center);
        actor.setScale(scale);
        if (actor instanceof Group group) {
            group.setTransform(true);
        }
    }
}
