package io.kraty.game.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.badlogic.gdx.Input.Keys;
import io.kraty.game.Scratch;
import io.kraty.game.round.Careful;
import io.kraty.game.state.Game;
import io.kraty.game.state.Quest;
import io.kraty.sandbox.KratySandbox;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The two pictures of the README: a player who has been at it for a while. Reduced to 256 colours, they are what is checked in. */
@Tag("window")
class PicturesWindowTest {
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aPlayerOfSevenLevels() {
        try (KratySandbox sandbox = Windows.sandbox()) {
            Script script = new Script(Windows.PICTURES, "-readme");
            script.until("an id", () -> game(script).profile().name() != null)
                    .then("things", () -> {
                        String me = game(script).profile().id();
                        game(script).profile().rename("Luna", "fox");
                        sandbox.credit(me, "xp", 1405);
                        sandbox.credit(me, "gems", 38);
                        sandbox.grantItem(me, "comet_pass", 1);
                        game(script).bag().takeAll();
                    })
                    .until(
                            "collected",
                            () -> game(script).bag().amount("comet_pass") > 0
                                    && game(script).bag().pending().isEmpty())
                    .rest(3)
                    .then("the level's presents", () -> game(script).bag().takeAll())
                    .rest(2)
                    .then("gold", () -> {
                        long missing = 1240 - game(script).bag().amount("gold");
                        if (missing > 0) {
                            sandbox.credit(game(script).profile().id(), "gold", missing);
                        }
                    })
                    .until("closed", () -> {
                        script.press(Keys.ESCAPE); // crates that have opened
                        return game(script).bag().amount("gold") >= 1240;
                    })
                    .rest(5)
                    .look("events")
                    .click("events.play.spark_rush")
                    .until("a lively field", () -> {
                        Quest quest = game(script).quest();
                        if (quest.isPlaying()) {
                            Careful.steer(quest.round());
                        }
                        return quest.isPlaying()
                                && quest.round().score() > 40
                                && quest.round().combo() > 2
                                && quest.round().sparksOut().size() > 2
                                && quest.round().shards().size() > 2;
                    })
                    .look("round");
            Windows.play(sandbox, Scratch.directory(), Locale.ENGLISH, 1024, 640, script);

            assertEquals(List.of(), script.faults());
        }
    }

    private static Game game(Script script) {
        return script.game();
    }
}
