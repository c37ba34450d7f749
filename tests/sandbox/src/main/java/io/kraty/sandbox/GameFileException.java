package io.kraty.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A file that says what cannot be: with all that is wrong with it, in the order of its lines.
 *
 * @since 0.1.0
 */
public final class GameFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_IN_MESSAGE = 20;

    private final transient List<Problem> problems;

    /**
     * For whoever reads such a file.
     *
     * @param file the name of the file, which each line of the message begins with
     * @param problems what is wrong; at least one
     */
    public GameFileException(String file, List<Problem> problems) {
        super(message(file, problems));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of the lines; empty only if this went through Java serialization. */
    @SuppressWarnings("RedundantNullCheck") // null after deserialization
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }

    private static String message(String file, List<Problem> problems) {
        String shown = problems.stream()
                .limit(MOST_IN_MESSAGE)
                .map(problem -> file + ":" + problem)
                .collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_IN_MESSAGE;
        return more > 0 ? shown + "\n… and " + more + " more" : shown;
    }

    /**
     * One thing that is wrong.
     *
     * @param line its line, from 1 on
     * @param column its column, from 1 on
     * @param path the keys that lead there, {@code events.coin_rush.metrics.coins.target}; empty for the whole file
     * @param message what was expected, and what is there
     */
    public record Problem(int line, int column, String path, String message) {
        /** As it is shown after the name of the file: {@code 12:9: events.coin_rush.bots: must be …}. */
        @Override
        public String toString() {
            return line + ":" + column + ": " + (path.isEmpty() ? "" : path + ": ") + message;
        }
    }
}
