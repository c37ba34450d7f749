package io.kraty.sandbox.internal.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody may have meant who misspelled a name. */
final class Nearest {
    private static final int MOST_LISTED = 12;

    private Nearest() {}

    /** The end of a sentence about an unknown name: the one that was meant, or all there are. */
    static String hint(String name, Collection<String> known) {
        Optional<String> near = known.stream()
                .filter(candidate -> distance(fold(name), fold(candidate)) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(fold(name), fold(candidate))));
        if (near.isPresent()) {
            return "; did you mean \"" + near.get() + "\"?";
        }
        if (known.isEmpty()) {
            return "; none is known";
        }
        String more = known.size() > MOST_LISTED ? ", …" : "";
        return "; known: " + known.stream().limit(MOST_LISTED).collect(Collectors.joining(", ")) + more;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** How many letters have to be added, removed, replaced or swapped with their neighbor. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int[][] cost, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
