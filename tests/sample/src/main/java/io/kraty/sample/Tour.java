package io.kraty.sample;

import io.kraty.sandbox.KratySandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A game session from the first launch to the last, chapter by chapter. */
final class Tour {
    private final TourOptions options;
    private final TourOptions.Backend backend;
    private final Optional<KratySandbox> sandbox;
    private final Screen screen;
    private final Steps steps;

    /**
     * Prepares it.
     *
     * @param sandbox the backend, if it is one that does what the tour asks; empty for a real one
     */
    Tour(TourOptions options, TourOptions.Backend backend, Optional<KratySandbox> sandbox, Screen screen) {
        this.options = options;
        this.backend = backend;
        this.sandbox = sandbox;
        this.screen = screen;
        this.steps = new Steps(screen);
    }

    /** Whether every step went well. The summary is the last line on the screen in any case. */
    boolean play() {
        screen.line("Kraty, on " + (sandbox.isPresent() ? "a sandbox at " : "") + backend);
        try {
            Path files = Files.createTempDirectory("kraty-tour");
            try {
                play(files);
            } finally {
                delete(files);
            }
        } catch (IOException | RuntimeException e) {
            steps.fail(e);
        }
        screen.last("");
        screen.last(steps.summary());
        return steps.allOk();
    }

    private void play(Path files) {
        Telemetry telemetry = new Telemetry();
        Launcher launcher = new Launcher(options, backend, files, telemetry);
        try (Session session = new Session(screen, steps, launcher, telemetry, backend, sandbox)) {
            for (Chapter chapter : chapters()) {
                screen.chapter(chapter.title());
                try {
                    chapter.play(session);
                } catch (RuntimeException | Error e) {
                    steps.fail(e);
                }
            }
        }
    }

    /** New ones for each tour: some remember what they found. */
    private static List<Chapter> chapters() {
        return List.of(
                new WelcomeChapter(),
                new EventsChapter(),
                new QuestChapter(),
                new EntryCostChapter(),
                new LobbyChapter(),
                new BoardChapter(),
                new CurrentChapter(),
                new RewardsChapter(),
                new SpendingChapter(),
                new HuntChapter(),
                new HallOfFameChapter(),
                new WatchChapter(),
                new LoopChapter(),
                new ErrorsChapter(), // before anything that unlocks what it finds locked
                new LeagueChapter(),
                new ProfileChapter(),
                new FriendsChapter(),
                new HoldingsChapter(),
                new ClockChapter(),
                new ShopChapter(),
                new FinishChapter(),
                new TunnelChapter(),
                new TwoPlayersChapter(),
                new SlotsChapter(),
                new RestartChapter(),
                new GoodbyeChapter());
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Tour::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
