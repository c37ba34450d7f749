package io.kraty.sample;

import io.kraty.api.model.EventListing;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the chapters share: the running game, and what was found so far. */
final class Session implements AutoCloseable {
    final Found<EventListing> quest = new Found<>("free event with one metric");
    final Found<EventListing> paid = new Found<>("event with an entry cost");
    final Found<EventListing> matched = new Found<>("event with lobbies");
    final Found<EventListing> gated = new Found<>("event with an entry requirement that is not met");
    final Found<Run> questRun = new Found<>("started quest", quest);
    final Found<Run> matchRun = new Found<>("started match", matched);
    final Found<Run> huntRun = new Found<>("started hunt", paid);

    private final Screen screen;
    private final Steps steps;
    private final Launcher launcher;
    private final Telemetry telemetry;
    private final TourOptions.Backend backend;
    private final Optional<KratySandbox> sandbox;
    private final Found<Kraty> running = new Found<>("running game");
    private Names names = Names.none();

    Session(
            Screen screen,
            Steps steps,
            Launcher launcher,
            Telemetry telemetry,
            TourOptions.Backend backend,
            Optional<KratySandbox> sandbox) {
        this.screen = screen;
        this.steps = steps;
        this.launcher = launcher;
        this.telemetry = telemetry;
        this.backend = backend;
        this.sandbox = sandbox;
    }

    /**
     * An attempt the player started.
     *
     * @param eventKey at which event
     * @param attemptId which
     * @param leaderboardId the board it counts on
     */
    record Run(String eventKey, String attemptId, String leaderboardId) {}

    Screen screen() {
        return screen;
    }

    Launcher launcher() {
        return launcher;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    void step(String title, Steps.Action action) {
        steps.take(title, action);
    }

    /** Starts the game, as the player does by tapping its icon. */
    void launch() {
        running.set(launcher.launch());
    }

    Kraty kraty() {
        return running.get();
    }

    /** What things are called. */
    Names names() {
        return names;
    }

    void learn(Names catalog) {
        names = catalog;
    }

    /** The configured board to read; skips the step if none is known. */
    String boardKey() {
        @Nullable String board = backend.board();
        if (board == null) {
            throw new Steps.Skipped("name a configured leaderboard with --board to see this");
        }
        return board;
    }

    /** The hand that moves the world; skips the step on a real backend, which has no such hand. */
    KratySandbox sandbox() {
        return sandbox.orElseThrow(() -> new Steps.Skipped("only the sandbox can be told to do this"));
    }

    boolean isSandbox() {
        return sandbox.isPresent();
    }

    @Override
    public void close() {
        if (running.isPresent()) {
            running.get().close();
        }
    }
}
