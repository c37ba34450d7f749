package io.kraty.game.screen;

import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Group;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody has typed into the fields of a page, by their names: it outlives that the page is made anew. */
record Typed(Map<String, String> texts, @Nullable String focus) {
    static final Typed NOTHING = new Typed(Map.of(), null);

    static Typed in(Stage stage) {
        Map<String, String> texts = new HashMap<>();
        collect(stage.getRoot(), texts);
        Actor focus = stage.getKeyboardFocus();
        return new Typed(texts, focus instanceof TextField ? focus.getName() : null);
    }

    private static void collect(Actor actor, Map<String, String> texts) {
        if (actor instanceof TextField field && field.getName() != null) {
            texts.put(field.getName(), field.getText());
        } else if (actor instanceof Group group) {
            for (Actor child : group.getChildren()) {
                collect(child, texts);
            }
        }
    }

    void into(Stage stage) {
        texts.forEach((name, text) -> {
            if (stage.getRoot().findActor(name) instanceof TextField field) {
                field.setText(text);
                if (name.equals(focus)) {
                    stage.setKeyboardFocus(field);
                    field.setCursorPosition(text.length());
                }
            }
        });
    }
}
