package io.kraty.sandbox;

import io.kraty.sandbox.internal.cli.CommandLine;
import io.kraty.sandbox.internal.cli.Program;
import io.kraty.sandbox.internal.cli.UsageException;
import java.io.PrintStream;

/**
 * The sandbox as a program. {@code --help} says what it takes.
 *
 * <p>As soon as it is ready, it writes one line of JSON to standard output, {@code {"baseUrl":"…","apiKey":"…"}}, and
 * nothing after it. It serves until the process is told to end, and then ends with exit code 0.
 *
 * @since 0.1.0
 */
public final class Main {
    private static final int WRONG_USE = 2;

    private Main() {}

    /** Does what the arguments say. */
    public static void main(String... arguments) throws InterruptedException {
        PrintStream out = System.out;
        // Whoever reads the one line must not find anything else there, whatever prints it.
        System.setOut(System.err);
        try {
            int code = new Program(out, System.err).run(CommandLine.parse(arguments));
            System.exit(code);
        } catch (UsageException e) {
            System.err.println("kraty-sandbox: " + e.getMessage() + "\nTry --help.");
            System.exit(WRONG_USE);
        }
    }
}
