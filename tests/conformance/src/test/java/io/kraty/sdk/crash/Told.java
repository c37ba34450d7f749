package io.kraty.sdk.crash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what a game was told, and says where that cannot be. */
final class Told {
    private static final String FRESH = "somebody new";

    private Told() {}

    /** What of it is not as promised, about who plays; empty if all is. */
    static List<String> aboutPlayers(Place place, List<String> lines) {
        List<String> wrong = new ArrayList<>();
        Set<String> before = new HashSet<>();
        Set<String> mayBe = new HashSet<>(Set.of(place.named() == null ? FRESH : place.named()));
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "is" -> {
                    boolean isNew = !before.contains(words[1]) && words[1].startsWith("kp_") && mayBe.contains(FRESH);
                    if (!mayBe.contains(words[1]) && !isNew) {
                        wrong.add(place + ": it is " + words[1] + ", but could only be " + mayBe);
                    }
                    before.add(words[1]);
                    mayBe = new HashSet<>(Set.of(words[1]));
                }
                case "in" -> mayBe.add(words[1]);
                case "out" -> mayBe.add(FRESH);
                case "none" -> mayBe = new HashSet<>(Set.of(FRESH));
                default -> wrong.add(place + ": " + line);
            }
        }
        return wrong;
    }
}
