package io.kraty.game.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import io.kraty.game.Scratch;
import io.kraty.sandbox.KratySandbox;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everything is drawn anew for another size or language: nothing is left behind, and nothing that was begun is lost. */
@Tag("window")
@SuppressWarnings("ReferenceEquality") // whether it is still the same one is the question
class RebuiltWindowTest {
    private int before;
    private Object old;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void nothingIsLeftBehind_andNothingIsLost() {
        try (KratySandbox sandbox = Windows.sandbox()) {
            Script script = new Script(Windows.PICTURES, "-rebuilt");
            script.until("the events", () -> script.game().events().isLoaded())
                    .until("a name", () -> script.game().profile().name() != null)
                    .rest(0.5);
            inAnotherLanguage(script);
            inAnotherLanguage(script);
            script.then("count", () -> before = Texture.getNumManagedTextures());
            for (int i = 0; i < 6; i++) {
                inAnotherLanguage(script);
            }
            script.then("no texture is left", () -> same("textures", before, Texture.getNumManagedTextures(), script));

            script.click("rail.PROFILE")
                    .rest(0.3)
                    .then("type", () -> type(script, "profile.name", "Half a na"))
                    .then(
                            "focus",
                            () -> script.stage()
                                    .setKeyboardFocus(script.stage().getRoot().findActor("profile.name")));
            inAnotherLanguage(script);
            script.then("it is there", () -> same("name", "Half a na", typed(script, "profile.name"), script));
            script.then(
                    "focus",
                    () -> same(
                            "focus",
                            "profile.name",
                            script.stage().getKeyboardFocus() == null
                                    ? null
                                    : script.stage().getKeyboardFocus().getName(),
                            script));
            resized(script, 1300, 900);
            script.then("it is there", () -> same("name", "Half a na", typed(script, "profile.name"), script));

            script.click("profile.sign_in")
                    .rest(0.5)
                    .then("type", () -> type(script, "profile.sign_in.id", "marta"))
                    .then("smaller", () -> Gdx.graphics.setWindowedMode(1024, 640))
                    .then("F11", () -> script.press(Keys.F11))
                    .then("look", () -> old = script.stage())
                    .rest(1)
                    .then("the dialog", () -> same("id", "marta", typed(script, "profile.sign_in.id"), script))
                    .then("escape", () -> script.press(Keys.ESCAPE))
                    .until("it is made anew when the dialog is closed", () -> script.stage() != old)
                    .rest(0.2);
            Windows.play(sandbox, Scratch.directory(), Locale.ENGLISH, 1024, 640, script);

            assertEquals(List.of(), script.faults());
        }
    }

    private void inAnotherLanguage(Script script) {
        script.then("F11", () -> {
                    old = script.stage();
                    script.press(Keys.F11);
                })
                .until("made anew", () -> script.stage() != old)
                .rest(0.2);
    }

    private void resized(Script script, int width, int height) {
        script.then("resize", () -> {
                    old = script.stage();
                    Gdx.graphics.setWindowedMode(width, height);
                })
                .until("made anew", () -> script.stage() != old)
                .rest(0.2);
    }

    private static void same(String what, Object expected, Object actual, Script script) {
        if (!Objects.equals(expected, actual)) {
            script.faults().add(what + ": " + actual + " instead of " + expected);
        }
    }

    private static void type(Script script, String field, String text) {
        ((TextField) script.stage().getRoot().findActor(field)).setText(text);
    }

    private static String typed(Script script, String field) {
        return script.stage().getRoot().findActor(field) instanceof TextField there ? there.getText() : "no field";
    }
}
