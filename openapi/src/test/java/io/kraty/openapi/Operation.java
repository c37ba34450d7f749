package io.kraty.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One thing that a client can call. Its own parameters come before those of its path. */
record Operation(String method, String path, Part part, List<Part> parameters) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    /** Method and path without the names of the variables, which are not sent. */
    String onTheWire() {
        return method.toUpperCase(Locale.ROOT) + " " + VARIABLE.matcher(path).replaceAll("{}");
    }

    String id() {
        return part.text("operationId").orElseGet(this::onTheWire);
    }

    /** The variables of the path in their order. */
    List<String> variables() {
        return VARIABLE.matcher(path)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** The parameters of one place, such as {@code query}, by name. */
    Map<String, Part> parametersIn(String place) {
        Map<String, Part> found = new LinkedHashMap<>();
        for (Part parameter : parameters) {
            if (parameter.text("in").orElseThrow().equals(place)) {
                found.putIfAbsent(parameter.text("name").orElseThrow(), parameter);
            }
        }
        return found;
    }

    /** The ways to be let in, each with the credentials that it asks for. */
    List<Part> security() {
        return (part.has("security") ? part : part.description().root()).list("security");
    }
}
