package io.kraty.game.desktop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.scenes.scene2d.Stage;
import io.kraty.game.debug.DebugPanel;
import io.kraty.game.debug.Telemetry;
import io.kraty.game.debug.Troublemaker;
import io.kraty.game.debug.Wire;
import io.kraty.game.screen.Sparkfall;
import io.kraty.game.state.Game;
import io.kraty.game.ui.Ui;
import io.kraty.sandbox.KratySandbox;
import org.jspecify.annotations.Nullable;

/** What a developer sees beside the game: the panel behind F12, and everything that it shows. */
public final class Debugging implements Sparkfall.Extra, AutoCloseable {
    private final Wire wire;
    private final Telemetry telemetry;
    private final @Nullable KratySandbox sandbox;
    private final int seconds;
    private @Nullable Troublemaker trouble;
    private @Nullable DebugPanel panel;
    private @Nullable Stage stage;

    /**
     * Remembers calls from now on.
     *
     * @param sandbox what is played on; null for a real backend, on which no trouble can be made
     * @param seconds after how many the window closes by itself; 0 for never
     */
    public Debugging(@Nullable KratySandbox sandbox, int seconds) {
        this.sandbox = sandbox;
        this.seconds = seconds;
        this.wire = new Wire();
        this.telemetry = new Telemetry(wire);
    }

    public Wire wire() {
        return wire;
    }

    public Telemetry telemetry() {
        return telemetry;
    }

    @Override
    public void made(Ui ui, Stage made, Game game) {
        if (sandbox != null && trouble == null) {
            trouble = new Troublemaker(sandbox, () -> game.online().kraty());
        }
        stage = made;
        panel = new DebugPanel(ui, () -> game.online().kraty(), wire, telemetry, trouble);
    }

    @Override
    public void debug() {
        if (panel != null && stage != null) {
            panel.toggle(stage);
        }
    }

    @Override
    public void drawn(Sparkfall sparkfall) {
        if (seconds > 0 && sparkfall.frames().count() > 60 * seconds) {
            Gdx.app.exit();
        }
    }

    @Override
    public void close() {
        if (trouble != null) {
            trouble.close();
        }
    }
}
