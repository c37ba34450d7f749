package io.kraty.sample;

import io.kraty.sandbox.KratySandbox;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** Plays the {@link Tour}, against a sandbox of its own unless a backend is named. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] args) {
        int status = run(args, System.out, System.err, Terminal.isColourful());
        if (status != 0) {
            System.exit(status);
        }
    }

    /** The exit status: 0 if all went well, 1 if a step failed, 2 if the arguments are wrong. */
    static int run(String[] args, PrintStream out, PrintStream err, boolean terminal) {
        TourOptions options;
        try {
            options = TourOptions.parse(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println("Try --help.");
            return MISUSED;
        }
        if (options.help()) {
            out.println(TourOptions.HELP);
            return 0;
        }
        Screen screen = new Screen(out, terminal, !options.fast());
        if (options.backend() != null) {
            return play(options, options.backend(), Optional.empty(), screen);
        }
        KratySandbox.Builder settings = KratySandbox.builder()
                .lobbyFillTime(Duration.ofMillis(options.fast() ? 400 : 2000))
                .botInterval(Duration.ofMillis(options.fast() ? 50 : 300));
        try (KratySandbox sandbox = settings.start()) {
            TourOptions.Backend backend = new TourOptions.Backend(sandbox.baseUrl(), sandbox.apiKey(), "weekly_gold");
            return play(options, backend, Optional.of(sandbox), screen);
        } catch (UncheckedIOException e) { // no port is free
            Steps steps = new Steps(screen);
            steps.fail(e);
            screen.last(steps.summary());
            return FAILED;
        }
    }

    private static int play(
            TourOptions options, TourOptions.Backend backend, Optional<KratySandbox> sandbox, Screen screen) {
        return new Tour(options, backend, sandbox, screen).play() ? 0 : FAILED;
    }
}
