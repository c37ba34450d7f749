package io.kraty.sample;

import java.io.PrintStream;
import java.time.Duration;

/** What the player sees. Used by one thread, as a game's drawing is. */
final class Screen {
    private static final int BAR = 24;
    private static final String RESET = "\u001b[0m";
    private static final String REDRAW = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final boolean paced;
    private boolean drawing;
    private String drawn = "";

    /**
     * Draws on {@code out}.
     *
     * @param terminal whether it understands escape codes
     * @param paced whether pauses pause
     */
    Screen(PrintStream out, boolean terminal, boolean paced) {
        this.out = out;
        this.terminal = terminal;
        this.paced = paced;
    }

    void chapter(String title) {
        print("");
        print(paint("1;36", "== " + title + " =="));
        pause(180);
    }

    void step(String title) {
        print(paint("1", "  > " + title));
    }

    void line(String text) {
        print("      " + text);
        pause(30);
    }

    void toast(String text) {
        print(paint("33", "      * " + text + " *"));
        pause(200);
    }

    void failure(String text) {
        print(paint("31", "      FAILED: " + text));
    }

    void last(String text) {
        print(text);
        out.flush();
    }

    /** Draws over what the last call drew; below it where nothing can be drawn over. */
    void redraw(String text) {
        if (terminal) {
            out.print(REDRAW + "      " + text);
            out.flush();
            drawing = true;
        } else if (!text.equals(drawn)) {
            out.println("      " + text);
        }
        drawn = text;
    }

    void pause(long millis) {
        if (paced) {
            sleep(Duration.ofMillis(millis));
        }
    }

    /** The time until the next frame of a game loop. */
    void frame() {
        sleep(Duration.ofMillis(16));
    }

    static String bar(double filled, double capacity) {
        double part = capacity <= 0 ? 0 : Math.max(0, Math.min(1, filled / capacity));
        int full = (int) Math.round(part * BAR);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    private void print(String text) {
        if (drawing) {
            out.println();
            drawing = false;
        }
        drawn = "";
        out.println(text);
    }

    private String paint(String colour, String text) {
        return terminal ? "\u001b[" + colour + "m" + text + RESET : text;
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
