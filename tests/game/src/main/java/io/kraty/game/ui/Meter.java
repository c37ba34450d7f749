package io.kraty.game.ui;

import com.badlogic.gdx.math.Interpolation;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.scenes.scene2d.ui.ProgressBar;

/** A bar that fills up; a change of how full it is can be watched. */
public final class Meter extends ProgressBar {
    Meter(ProgressBarStyle style) {
        super(0, 1, 0.001f, false, style);
        setAnimateDuration(0.5f);
        setAnimateInterpolation(Interpolation.pow2Out);
        setRound(false);
    }

    /** How full: 0 to 1. */
    public void set(double share) {
        setValue(MathUtils.clamp((float) share, 0, 1));
    }
}
