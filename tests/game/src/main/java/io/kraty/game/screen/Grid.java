package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.WidgetGroup;
import com.badlogic.gdx.scenes.scene2d.utils.Layout;
import io.kraty.game.ui.Motion;
import io.kraty.game.ui.Ui;

/** Columns of one width, as many as there is room for: who is new appears, and who gets another place glides there. */
final class Grid extends WidgetGroup {
    private static final float LEAST_WIDTH = 312;

    private float width;

    @Override
    public void layout() {
        boolean resized = width != getWidth();
        width = getWidth();
        if (resized) {
            invalidateHierarchy();
        }
        int columns = columns();
        float each = (width - (columns - 1) * Ui.S3) / columns;
        float top = getHeight();
        for (int i = 0; i < getChildren().size; i++) {
            float height = rowHeight(i / columns * columns);
            place(getChild(i), i % columns * (each + Ui.S3), top - height, each, height, resized);
            if (i % columns == columns - 1) {
                top -= height + Ui.S3;
            }
        }
    }

    private static void place(Actor child, float x, float y, float width, float height, boolean atOnce) {
        boolean isNew = child.getWidth() == 0;
        child.setSize(width, height);
        if (isNew || atOnce) {
            child.setPosition(x, y);
        } else if (child.getX() != x || child.getY() != y) {
            Motion.moveTo(child, x, y);
        }
        if (isNew) {
            Motion.appear(child, child.getZIndex() * 0.04f);
        }
    }

    private int columns() {
        return Math.max(1, (int) ((width + Ui.S3) / (LEAST_WIDTH + Ui.S3)));
    }

    private float rowHeight(int first) {
        float height = 0;
        for (int i = first; i < Math.min(first + columns(), getChildren().size); i++) {
            height = Math.max(height, ((Layout) getChild(i)).getPrefHeight());
        }
        return height;
    }

    @Override
    public float getPrefWidth() {
        return LEAST_WIDTH;
    }

    @Override
    public float getPrefHeight() {
        float height = 0;
        for (int i = 0; i < getChildren().size; i += columns()) {
            height += rowHeight(i) + (i == 0 ? 0 : Ui.S3);
        }
        return height;
    }
}
