package io.kraty.game.window;

import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import com.badlogic.gdx.math.Rectangle;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Group;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.ui.Button;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.ScrollPane;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import java.util.ArrayList;
import java.util.List;

/** Finds what is cut, what sticks out of the window, and what lies over something else. */
final class Layout {
    private static final float TOLERANCE = 1.5f;

    private Layout() {}

    /** Something one reads or clicks, where it is on the stage. */
    private record Leaf(Actor actor, Rectangle bounds, Actor layer) {}

    static List<String> faults(Stage stage) {
        List<String> faults = new ArrayList<>();
        Rectangle window = new Rectangle(0, 0, stage.getWidth(), stage.getHeight());
        List<Leaf> leaves = new ArrayList<>();
        for (Actor layer : stage.getRoot().getChildren()) {
            collect(layer, layer, window, leaves, faults);
        }
        for (int i = 0; i < leaves.size(); i++) {
            for (int k = i + 1; k < leaves.size(); k++) {
                if (overlap(leaves.get(i), leaves.get(k))) {
                    faults.add(describe(leaves.get(i).actor()) + " lies over "
                            + describe(leaves.get(k).actor()));
                }
            }
        }
        return faults;
    }

    private static void collect(Actor actor, Actor layer, Rectangle clip, List<Leaf> leaves, List<String> faults) {
        if (!actor.isVisible() || actor.getColor().a < 0.1f) {
            return;
        }
        Rectangle bounds = boundsOf(actor);
        if (actor instanceof Label || actor instanceof Button || actor instanceof TextField) {
            Rectangle seen = new Rectangle();
            boolean isClipped = clip.width < actor.getStage().getWidth() - 1
                    || clip.height < actor.getStage().getHeight() - 1;
            if (intersection(bounds, clip, seen)) {
                leaves.add(new Leaf(actor, seen, layer));
            }
            if (!isClipped && !contains(clip, bounds)) {
                faults.add(describe(actor) + " sticks out of the window: " + bounds);
            }
            if (actor instanceof Label label && isCut(label)) {
                faults.add(describe(actor) + " is cut");
            }
            if (actor instanceof Button button) {
                for (Actor part : button.getChildren()) {
                    if (part instanceof Label label && isCut(label)) {
                        faults.add(describe(part) + " is cut in its button");
                    }
                }
            }
            return;
        }
        if (actor instanceof Group group) {
            Rectangle inside = clip;
            if (actor instanceof ScrollPane) {
                inside = new Rectangle();
                if (!intersection(bounds, clip, inside)) {
                    return;
                }
            }
            for (Actor child : group.getChildren()) {
                collect(child, layer, inside, leaves, faults);
            }
        }
    }

    private static Rectangle boundsOf(Actor actor) {
        Vector2 low = actor.localToStageCoordinates(new Vector2(0, 0));
        Vector2 high = actor.localToStageCoordinates(new Vector2(actor.getWidth(), actor.getHeight()));
        return new Rectangle(low.x, low.y, high.x - low.x, high.y - low.y);
    }

    private static boolean intersection(Rectangle one, Rectangle other, Rectangle result) {
        float x = Math.max(one.x, other.x);
        float y = Math.max(one.y, other.y);
        float width = Math.min(one.x + one.width, other.x + other.width) - x;
        float height = Math.min(one.y + one.height, other.y + other.height) - y;
        result.set(x, y, Math.max(width, 0), Math.max(height, 0));
        return width > 0 && height > 0;
    }

    private static boolean contains(Rectangle outer, Rectangle inner) {
        return inner.x >= outer.x - TOLERANCE
                && inner.y >= outer.y - TOLERANCE
                && inner.x + inner.width <= outer.x + outer.width + TOLERANCE
                && inner.y + inner.height <= outer.y + outer.height + TOLERANCE;
    }

    /** Whether the text needs more room than it has. One that may end in dots is not cut. */
    private static boolean isCut(Label label) {
        if (label.getText().isEmpty()) {
            return false;
        }
        if (label.getWrap()) {
            return label.getPrefHeight() > label.getHeight() + TOLERANCE;
        }
        GlyphLayout whole = new GlyphLayout(label.getStyle().font, label.getText());
        return whole.width * label.getFontScaleX() > label.getWidth() + TOLERANCE && !endsInDots(label);
    }

    private static boolean endsInDots(Label label) {
        return label.getGlyphLayout().runs.size > 0
                && label.getGlyphLayout().width < new GlyphLayout(label.getStyle().font, label.getText()).width;
    }

    private static boolean overlap(Leaf one, Leaf other) {
        Rectangle common = new Rectangle();
        return one.layer().equals(other.layer())
                && !one.actor().isDescendantOf(other.actor())
                && !other.actor().isDescendantOf(one.actor())
                && intersection(one.bounds(), other.bounds(), common)
                && common.width > TOLERANCE
                && common.height > TOLERANCE + 2;
    }

    private static String describe(Actor actor) {
        if (actor instanceof Label label) {
            return "'" + label.getText() + "'";
        }
        return actor.getName() != null ? actor.getName() : actor.getClass().getSimpleName();
    }
}
