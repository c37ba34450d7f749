package io.kraty.sandbox.internal.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments ask for.
 *
 * @param task what to do
 * @param port where to listen; 0 for a free port
 * @param game the file of the game; null for the demo game
 * @param seed where everything random comes from
 * @param clock what time it is
 * @param trouble files with trouble, or trouble itself
 * @param leaveOutNulls whether answers are without the fields that are null
 * @param quiet whether requests are not logged
 */
public record CommandLine(
        Task task,
        int port,
        @Nullable Path game,
        long seed,
        ClockOption clock,
        List<String> trouble,
        boolean leaveOutNulls,
        boolean quiet) {
    /** What to do. */
    public enum Task {
        SERVE,
        HELP,
        VERSION,
        EXAMPLE
    }

    public static final String HELP = """
            Usage: java -jar kraty-sandbox-standalone.jar [options]

            Plays the Kraty client API of a game, with real state, for clients on this machine.
            When it is ready, one line of JSON comes on standard output, and never another:

              {"baseUrl":"http://127.0.0.1:41234","apiKey":"..."}

            Everything else goes to standard error. It runs until SIGTERM or SIGINT, and ends with exit code 0.

            Options:
              --port N         listen on this port; 0, the default, takes a free one
              --game FILE      play the game in this file, YAML or JSON; by default a small demo game
              --seed N         where ids, names, secrets and dice come from; by default 1
              --clock CLOCK    what time it is, see below; by default system
              --trouble WHAT   a file that lists trouble, or the YAML or JSON itself; can be repeated
              --leave-out-nulls
                               leave the fields that are null out of answers; by default they are written
              --quiet          no line on standard error for each request
              --example        print an example of a game file, with an explanation of each part, and end
              --help           print this, and end
              --version        print the version, and end

            Clocks:
              system                         the system's time
              frozen                         the time of the start, standing still
              2026-03-01T12:00:00Z           that moment, standing still
              2026-03-01T12:00:00Z+          runs from that moment
              2026-03-01T12:00:00Z+x60       runs from that moment, a minute per second
              x60                            runs from now, a minute per second

            A page to look into it is at the base URL; GET /sandbox lists the calls that steer it.

            Exit codes: 0 it was told to end, 1 the port is taken, 2 an option or a file is wrong.
            """;

    /**
     * What these arguments ask for.
     *
     * @throws UsageException if that cannot be
     */
    public static CommandLine parse(String... arguments) {
        Reader reader = new Reader(new ArrayDeque<>(List.of(arguments)));
        reader.readAll();
        return new CommandLine(
                reader.task,
                reader.port,
                reader.game,
                reader.seed,
                reader.clock,
                List.copyOf(reader.trouble),
                reader.leaveOutNulls,
                reader.quiet);
    }

    /** Takes one argument after the other. */
    private static final class Reader {
        private static final int LAST_PORT = 65_535;

        private final Deque<String> left;
        private final List<String> trouble = new ArrayList<>();
        private Task task = Task.SERVE;
        private int port;
        private @Nullable Path game;
        private long seed = 1;
        private ClockOption clock = ClockOption.SYSTEM;
        private boolean leaveOutNulls;
        private boolean quiet;

        Reader(Deque<String> arguments) {
            left = arguments;
        }

        void readAll() {
            while (!left.isEmpty()) {
                String argument = left.removeFirst();
                int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
                if (equals > 0) {
                    left.addFirst(argument.substring(equals + 1));
                    argument = argument.substring(0, equals);
                }
                int before = left.size();
                read(argument);
                if (equals > 0 && left.size() == before) {
                    throw new UsageException(argument + " takes no value, was given " + left.getFirst());
                }
            }
        }

        private void read(String option) {
            switch (option) {
                case "--port" -> port = (int) number(option, 0, LAST_PORT);
                case "--game" -> game = path(option);
                case "--seed" -> seed = number(option, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--clock" -> clock = ClockOption.parse(value(option));
                case "--trouble" -> trouble.add(value(option));
                case "--leave-out-nulls" -> leaveOutNulls = true;
                case "--quiet" -> quiet = true;
                case "--example" -> task = Task.EXAMPLE;
                case "--help", "-h" -> task = Task.HELP;
                case "--version" -> task = Task.VERSION;
                default -> throw new UsageException("There is no option " + option + ".");
            }
        }

        private String value(String option) {
            if (left.isEmpty()) {
                throw new UsageException(option + " needs a value.");
            }
            return left.removeFirst();
        }

        private long number(String option, long min, long max) {
            String value = value(option);
            try {
                long number = Long.parseLong(value);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Answered below, like a number that is out of range.
            }
            throw new UsageException(option + " must be a whole number from " + min + " to " + max + ", was " + value);
        }

        private Path path(String option) {
            String value = value(option);
            try {
                return Path.of(value);
            } catch (InvalidPathException e) {
                throw new UsageException(option + " must be the path of a file, was " + value);
            }
        }
    }
}
