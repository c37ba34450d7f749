package io.kraty.published;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How classes are called in the part about one package: as in a Java file of it, short where it can be, with imports. What is called
 * alike is called in full. So names have to be asked for once before they are final.
 */
final class Names {
    private static final String OURS = "io/kraty/";

    private final String place;
    private final Map<String, Set<String>> asked = new HashMap<>();

    /** For a package, with slashes. */
    Names(String place) {
        this.place = place;
    }

    /** What to call a class. */
    String of(String internalName) {
        String outermost = internalName.replaceFirst("\\$.*", "");
        String simple = outermost.substring(outermost.lastIndexOf('/') + 1);
        Set<String> alike = asked.computeIfAbsent(simple, name -> new TreeSet<>());
        alike.add(outermost);
        boolean isShort = alike.size() == 1 || packageOf(outermost).equals(place);
        return isShort ? full(internalName.substring(internalName.lastIndexOf('/') + 1)) : full(internalName);
    }

    /** What is called by a short name and is neither of Java's language nor of ours, sorted. */
    Stream<String> imports() {
        return asked.values().stream()
                .filter(alike -> alike.size() == 1)
                .flatMap(Set::stream)
                .filter(name -> !name.startsWith(OURS) && !packageOf(name).equals("java/lang"))
                .map(Names::full)
                .sorted();
    }

    static String full(String internalName) {
        return internalName.replace('/', '.').replace('$', '.');
    }

    static String packageOf(String internalName) {
        return internalName.substring(0, Math.max(0, internalName.lastIndexOf('/')));
    }
}
