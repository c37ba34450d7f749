package io.kraty.sandbox.internal.cli;

import com.google.gson.JsonObject;
import io.kraty.sandbox.Game;
import io.kraty.sandbox.GameFileException;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Does what the command line says. */
public final class Program {
    private static final int DONE = 0;
    private static final int PORT_IS_TAKEN = 1;

    private final PrintStream out;
    private final PrintStream log;

    /**
     * A program.
     *
     * @param out takes what was asked for, and nothing else
     * @param log takes the rest
     */
    public Program(PrintStream out, PrintStream log) {
        this.out = out;
        this.log = log;
    }

    /**
     * Does it. Comes back from serving only if that cannot begin; what ends it ends the process.
     *
     * @return the exit code
     * @throws UsageException if it cannot be done as it was asked for
     */
    public int run(CommandLine line) throws InterruptedException {
        return switch (line.task()) {
            case HELP -> print(CommandLine.HELP);
            case VERSION -> print("kraty-sandbox " + resource("version.txt"));
            case EXAMPLE -> print(resource("demo-game.yaml"));
            case SERVE -> serve(line);
        };
    }

    private int print(String text) {
        out.print(text);
        out.flush();
        return DONE;
    }

    private int serve(CommandLine line) throws InterruptedException {
        Game game = line.game() == null ? Game.demo() : read(line.game());
        List<Trouble> trouble = TroubleOption.parse(line.trouble());
        KratySandbox sandbox;
        try {
            sandbox = builder(line, game, trouble).start();
        } catch (UncheckedIOException e) {
            log.println("kraty-sandbox: " + e.getMessage());
            return PORT_IS_TAKEN;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox), "kraty-sandbox-stop"));
        log.println("Playing " + game.name() + ". Look at it on " + sandbox.baseUrl() + "/");
        announce(sandbox);
        new CountDownLatch(1).await();
        return DONE;
    }

    private KratySandbox.Builder builder(CommandLine line, Game game, List<Trouble> trouble) {
        KratySandbox.Builder builder = KratySandbox.builder()
                .port(line.port())
                .game(game)
                .seed(line.seed())
                .frozen(line.clock().frozen())
                .speed(line.clock().speed())
                .trouble(trouble)
                .leaveOutNulls(line.leaveOutNulls());
        if (line.clock().start() != null) {
            builder.startAt(line.clock().start());
        }
        return line.quiet() ? builder : builder.onRequest(this::log);
    }

    private void announce(KratySandbox sandbox) {
        JsonObject ready = new JsonObject();
        ready.addProperty("baseUrl", sandbox.baseUrl());
        ready.addProperty("apiKey", sandbox.apiKey());
        out.print(ready + "\n");
        out.flush();
    }

    private void log(RecordedRequest request) {
        String status = request.status() == 0 ? "---" : Integer.toString(request.status());
        String trouble = request.trouble() == null ? "" : " (" + request.trouble() + ")";
        log.println(request.at() + " " + request.id() + " " + status + " " + request.method() + " " + request.path()
                + (request.replayed() ? " (replayed)" : "") + trouble);
    }

    /**
     * Being told to end is how this program is meant to end, so that is no failure. The virtual machine would exit with
     * the number of the signal.
     */
    private void stop(KratySandbox sandbox) {
        sandbox.close();
        log.println("Stopped.");
        log.flush();
        Runtime.getRuntime().halt(DONE);
    }

    private static Game read(Path file) {
        try {
            return Game.read(file);
        } catch (GameFileException e) {
            throw new UsageException("The game in " + file + " cannot be played:\n" + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new UsageException("--game must be a file that can be read, was " + file);
        }
    }

    private static String resource(String name) {
        try (@Nullable InputStream in = KratySandbox.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
