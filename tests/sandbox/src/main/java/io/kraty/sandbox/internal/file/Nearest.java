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
            return "; there are none";
        }
        String more = known.size() > MOST_LISTED ? ", …" : "";
        return "; there is " + known.stream().limit(MOST_LISTED).collect(Collectors.joining(", ")) + more;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** How many letters have to be added, removed or replaced. */
    private static int distance(String a, String b) {
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
            }
            last = row;
        }
        return last[b.length()];
    }
}
