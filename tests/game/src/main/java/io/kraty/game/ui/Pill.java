package io.kraty.game.ui;

import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.NinePatch;
import com.badlogic.gdx.scenes.scene2d.utils.NinePatchDrawable;

/** A nine patch of a disc whose corners are always half as big as its shorter side. */
final class Pill extends NinePatchDrawable {
    Pill(NinePatch patch) {
        super(patch);
        patch.setPadding(0, 0, 0, 0);
    }

    @Override
    public void draw(Batch batch, float x, float y, float width, float height) {
        float corner = Math.min(width, height) / 2;
        NinePatch patch = getPatch();
        patch.setLeftWidth(corner);
        patch.setRightWidth(corner);
        patch.setTopHeight(corner);
        patch.setBottomHeight(corner);
        super.draw(batch, x, y, width, height);
    }
}
