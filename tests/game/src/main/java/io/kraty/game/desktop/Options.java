package io.kraty.game.desktop;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param baseUrl where to play; null for a platform of its own
 * @param apiKey the key there
 * @param boards the configured boards there
 * @param allowCleartext whether the key may travel to an http address that is not this machine
 * @param files where the player is kept; null for the place of the platform's own
 * @param locale the language
 * @param width of the window
 * @param height of the window
 * @param seconds after how many it closes by itself; 0 for never
 * @param help whether to only explain
 */
record Options(
        @Nullable String baseUrl,
        @Nullable String apiKey,
        List<String> boards,
        boolean allowCleartext,
        @Nullable Path files,
        Locale locale,
        int width,
        int height,
        int seconds,
        boolean help) {
    static final String HELP = """
            Sparkfall: a small game on the Kraty SDK. F11 changes the language, F12 opens the debug panel.

              (no options)        on a simulated platform that is started for it
              --base-url URL      on the backend at URL; needs --api-key
              --api-key KEY       with this client_sdk key of a test game
              --boards KEY,KEY    shows these configured leaderboards of that game
              --allow-cleartext   lets key and secrets travel to an http URL that is not this machine
              --files DIRECTORY   keeps the player there
              --language en|pt    the language to begin with
              --size 1280x800     the size of the window
              --seconds N         closes it by itself after as many
              --help              this text""";

    /** @throws IllegalArgumentException saying what is wrong */
    static Options parse(String... args) {
        String baseUrl = null;
        String apiKey = null;
        List<String> boards = List.of();
        boolean cleartext = false;
        Path files = null;
        Locale locale = Locale.getDefault();
        int[] size = {1280, 800};
        int seconds = 0;
        boolean help = false;
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--base-url" -> baseUrl = value(option, rest);
                case "--api-key" -> apiKey = value(option, rest);
                case "--boards" -> boards = List.of(value(option, rest).split(","));
                case "--allow-cleartext" -> cleartext = true;
                case "--files" -> files = Path.of(value(option, rest));
                case "--language" -> locale = Locale.forLanguageTag(value(option, rest));
                case "--size" -> size = size(value(option, rest));
                case "--seconds" -> seconds = number(option, value(option, rest));
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("Unknown option: " + option);
            }
        }
        if (!help && (baseUrl == null) != (apiKey == null)) {
            throw new IllegalArgumentException("A backend needs both --base-url and --api-key.");
        }
        return new Options(baseUrl, apiKey, boards, cleartext, files, locale, size[0], size[1], seconds, help);
    }

    private static int[] size(String text) {
        if (!text.matches("\\d{3,5}x\\d{3,5}")) {
            throw new IllegalArgumentException("--size: must look like 1280x800, was " + text);
        }
        int x = text.indexOf('x');
        return new int[] {Integer.parseInt(text.substring(0, x)), Integer.parseInt(text.substring(x + 1))};
    }

    private static int number(String option, String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(option + ": must be a number of at most 6 digits, was " + text);
        }
        return Integer.parseInt(text);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return rest.next();
    }
}
