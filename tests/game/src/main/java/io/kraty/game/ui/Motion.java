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
        grows(actor);
        actor.getColor().a = 0;
        actor.setScale(0.94f);
        actor.addAction(Actions.delay(
                delay, Actions.parallel(Actions.fadeIn(0.2f), Actions.scaleTo(1, 1, 0.3f, Interpolation.swingOut))));
    }

    /** Swells once, as what it shows has changed. */
    public static void pulse(Actor actor) {
        grows(actor);
        actor.setScale(1);
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

    private static void grows(Actor actor) {
        actor.setOrigin(Align.center);
        if (actor instanceof Group group) {
            group.setTransform(true);
        }
    }
}
