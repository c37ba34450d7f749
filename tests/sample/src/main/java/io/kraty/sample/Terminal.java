package io.kraty.sample;

import java.io.Console;

/** Whether somebody is looking, or the output goes into a file or a pipe. */
final class Terminal {
    private Terminal() {}

    static boolean isColourful() {
        return System.getenv("NO_COLOR") == null && isAttached();
    }

    /** Some JDKs have a console even where there is no terminal, and then a method that tells. */
    @SuppressWarnings("SystemConsoleNull") // asked further down
    private static boolean isAttached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
