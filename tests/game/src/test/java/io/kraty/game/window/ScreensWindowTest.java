package io.kraty.game.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.scenes.scene2d.Stage;
import io.kraty.game.Scratch;
import io.kraty.game.desktop.Debugging;
import io.kraty.game.round.Careful;
import io.kraty.game.state.Game;
import io.kraty.game.state.Quest;
import io.kraty.game.ui.Ui;
import io.kraty.sandbox.KratySandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen, in both languages and a small and a large window: nothing is cut, nothing lies over something else. */
@Tag("window")
class ScreensWindowTest {
    private final Path files = Scratch.directory();

    private static final String[] PLACES = {"BOARDS", "BAG", "FRIENDS", "SHOP", "PROFILE", "PLAY"};

    @ParameterizedTest
    @CsvSource({"en,1024,640", "pt,1024,640", "en,1920,1200", "pt,1920,1200"})
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void nothingIsCut(String language, int width, int height) {
        try (KratySandbox sandbox = Windows.sandbox();
                Debugging debugging = new Debugging(sandbox, 0)) {
            Script script = new Script(Windows.PICTURES, "-" + language + "-" + width) {
                @Override
                public void made(Ui ui, Stage stage, Game game) {
                    super.made(ui, stage, game);
                    debugging.made(ui, stage, game);
                }

                @Override
                public void debug() {
                    debugging.debug();
                }
            };
            tour(script, sandbox);
            Windows.play(sandbox, files, Locale.forLanguageTag(language), width, height, script);

            assertEquals(List.of(), script.faults());
        }
    }

    private static void tour(Script script, KratySandbox sandbox) {
        script.until("the events", () -> script.game().events().isLoaded())
                .until("an id", () -> script.game().profile().id() != null)
                .then("friends and things", () -> {
                    String me = script.game().profile().id();
                    sandbox.befriend(me, "marta");
                    sandbox.befriend(me, "tomas");
                    sandbox.grantCurrency(me, "gems", 1234);
                    sandbox.grantItem(me, "shield", 3);
                    sandbox.grantCrate(me, "star_crate");
                    script.game().friends().refresh();
                })
                .look("events");
        for (String place : PLACES) {
            script.click("rail." + place).look(place.toLowerCase(Locale.ROOT));
        }
        script.click("rail.BAG")
                .click("bag.all")
                .until(
                        "everything is collected",
                        () -> script.game().bag().pending().isEmpty())
                .look("bag-full")
                .click("rail.PLAY")
                .rest(0.5)
                .click("events.play.quick_duel")
                .until("a lobby", () -> script.game().quest().phase() == Quest.Phase.LOBBY)
                .look("lobby")
                .until("some play", () -> {
                    Quest quest = script.game().quest();
                    if (quest.isPlaying()) {
                        Careful.steer(quest.round());
                    }
                    return quest.isPlaying() && quest.round().score() > 20;
                })
                .look("round")
                .then("pause", () -> script.press(Keys.ESCAPE))
                .look("held")
                .then("stop", () -> script.game().quest().stop())
                .until("it is saved", () -> script.game().quest().isSaved())
                .look("result")
                .then("leave", () -> script.game().quest().leave())
                .rest(0.5)
                .then(
                        "the board ends",
                        () -> sandbox.finalizeBoard(script.game()
                                .events()
                                .card("spark_rush")
                                .event()
                                .leaderboardId()))
                .then("debug", () -> script.press(Keys.F12))
                .look("debug")
                .then("no debug", () -> script.press(Keys.F12))
                .then("the network goes", () -> {
                    sandbox.goOffline();
                    script.game().events().refresh();
                })
                .until("offline", () -> script.game().isOffline())
                .look("offline")
                .then("it comes back", sandbox::goOnline)
                .until("online", () -> !script.game().isOffline())
                .then("a ban", () -> {
                    sandbox.ban(script.game().profile().id());
                    script.game().profile().rename("Marta", "fox");
                })
                .until("barred", () -> script.game().barred() != null)
                .look("banned");
    }
}
