package io.kraty.sample;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param backend where to play; null for a sandbox of our own
 * @param allowCleartext whether plain http may leave this machine
 * @param fast whether to leave out the pauses
 * @param help whether to only explain
 */
record TourOptions(@Nullable Backend backend, boolean allowCleartext, boolean fast, boolean help) {
    static final String HELP = """
            Plays a game session through the Kraty SDK, in this console.

              (no options)        against a sandbox that is started for it
              --base-url URL      against the backend at URL; needs --api-key
              --api-key KEY       with this client_sdk key of a test game
              --board KEY         also reads this configured leaderboard of that game
              --allow-cleartext   lets key and secrets travel to an http URL that is not this machine
              --fast              without pauses, and with less patience for a backend that does not answer
              --help              this text

            Exit status: 0 if every step went well, 1 if one failed, 2 for wrong options.""";

    /**
     * A game on some backend.
     *
     * @param baseUrl where
     * @param apiKey its {@code client_sdk} key
     * @param board a configured leaderboard of it; null for none. Nothing lists them: a game knows its own
     */
    record Backend(String baseUrl, String apiKey, @Nullable String board) {
        /** Where, without the key. */
        @Override
        public String toString() {
            return baseUrl;
        }
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static TourOptions parse(String... args) {
        String baseUrl = null;
        String apiKey = null;
        String board = null;
        boolean allowCleartext = false;
        boolean fast = false;
        boolean help = false;
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--base-url" -> baseUrl = value(option, rest);
                case "--api-key" -> apiKey = value(option, rest);
                case "--board" -> board = value(option, rest);
                case "--allow-cleartext" -> allowCleartext = true;
                case "--fast" -> fast = true;
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("Unknown option: " + option);
            }
        }
        if (baseUrl != null && apiKey != null) {
            return new TourOptions(new Backend(baseUrl, apiKey, board), allowCleartext, fast, help);
        }
        if (!help && (baseUrl != null || apiKey != null || board != null)) {
            throw new IllegalArgumentException("A backend needs both --base-url and --api-key.");
        }
        return new TourOptions(null, allowCleartext, fast, help);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return rest.next();
    }
}
