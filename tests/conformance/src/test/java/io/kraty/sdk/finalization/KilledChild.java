package io.kraty.sdk.finalization;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.live.LeaderboardStream;
import java.nio.file.Path;
import java.util.List;

/** A game that plays and checks until it is killed, and writes down what it saw. */
public final class KilledChild {
    /** Free, and a board of its own for every window. */
    static final List<String> EVENTS = List.of("coin_rush", "endless_run", "river_race");

    private KilledChild() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[2]);
        try (Journal journal = new Journal(directory);
                Kraty kraty = journal.launch(arguments[0], arguments[1])) {
            System.out.println("ready");
            kraty.clearReported();
            play(kraty, journal);
            System.out.println("playing");
            while (true) {
                play(kraty, journal);
            }
        }
    }

    private static void play(Kraty kraty, Journal journal) {
        LeaderboardStream followed = null;
        for (String event : EVENTS) {
            try {
                String board = kraty.events().start(event).leaderboardId();
                journal.write(Journal.STARTED, board);
                followed = followed == null ? kraty.leaderboards().live(board, any -> {}) : followed;
            } catch (KratyApiException e) {
                // The window has just closed.
            }
        }
        kraty.checkFinalizations();
        if (followed != null) {
            followed.close();
        }
    }
}
