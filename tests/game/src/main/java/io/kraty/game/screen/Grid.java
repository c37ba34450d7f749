package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.WidgetGroup;
import com.badlogic.gdx.scenes.scene2d.utils.Layout;
import io.kraty.game.ui.Motion;
import io.kraty.game.ui.Ui;

/** Columns of one width, as many as there is room for: who is new appears, and who gets another place glides there. */
final class Grid extends WidgetGroup {
    private static final float LEAST_WIDTH = 312;

    private float prefHeight;

    @Override
    public void layout() {
        int columns = Math.max(1, (int) ((getWidth() + Ui.S3) / (LEAST_WIDTH + Ui.S3)));
        float width = (getWidth() + Ui.S3) / columns - Ui.S3;
        float below = 0;
        float row = 0;
        for (int i = 0; i < getChildren().size; i++) {
            if (i % columns == 0) {
                below += i == 0 ? 0 : row + Ui.S3;
                row = 0;
                for (int j = i; j < Math.min(i + columns, getChildren().size); j++) {
                    row = Math.max(row, ((Layout) getChild(j)).getPrefHeight());
                }
            }
            place(getChild(i), i % columns * (width + Ui.S3), getHeight() - below - row, width, row);
        }
        if (prefHeight != below + row) {
            prefHeight = below + row;
            invalidateHierarchy();
        }
    }

    private static void place(Actor child, float x, float y, float width, float height) {
        boolean isNew = child.getWidth() == 0;
        child.setSize(width, height);
        if (isNew) {
            child.setPosition(x, y);
            Motion.appear(child, child.getZIndex() * 0.04f);
        } else if (child.getX() != x || child.getY() != y) {
            Motion.moveTo(child, x, y);
        }
    }

    @Override
    public float getPrefHeight() {
        return prefHeight;
    }
}
