package io.kraty.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares the parameters of one operation. */
final class ParameterComparison {
    private static final List<String> NAMED_PLACES = List.of("query", "header", "cookie");

    private final Operation before;
    private final Operation after;
    private final SchemaComparison schemas;
    private final Breaks breaks;

    ParameterComparison(Operation before, Operation after, SchemaComparison schemas, Breaks breaks) {
        this.before = before;
        this.after = after;
        this.schemas = schemas;
        this.breaks = breaks;
    }

    void compare() {
        inThePath();
        NAMED_PLACES.forEach(this::named);
    }

    /** On the wire these have no names: the operations are the same, so they are as many, and in the same order. */
    private void inThePath() {
        for (int i = 0; i < before.variables().size(); i++) {
            String name = before.variables().get(i);
            String nameAfter = after.variables().get(i);
            if (!name.equals(nameAfter)) {
                breaks.add(what("path", name) + " is called " + nameAfter
                        + ": code that names it does not compile after regenerating");
            }
            Part was = before.parametersIn("path").get(name);
            Part now = after.parametersIn("path").get(nameAfter);
            if (was == null || now == null) {
                breaks.add(what("path", name) + " is not described: clients that are made anew cannot fill it in");
            } else {
                compare("path", name, was, now);
            }
        }
    }

    private void named(String place) {
        Map<String, Part> parameters = before.parametersIn(place);
        Map<String, Part> parametersAfter = after.parametersIn(place);
        parameters.forEach((name, parameter) -> {
            if (parametersAfter.containsKey(name)) {
                compare(place, name, parameter, parametersAfter.get(name));
            } else {
                breaks.add(what(place, name) + " is gone: what clients in use send there is lost");
            }
        });
        parametersAfter.forEach((name, parameter) -> {
            if (!parameters.containsKey(name) && parameter.isTrue("required")) {
                breaks.add(what(place, name) + " is new and required: clients in use do not send it and get 400");
            }
        });
    }

    private void compare(String place, String name, Part was, Part now) {
        Keywords.PARAMETER.check(was, what(place, name));
        Keywords.PARAMETER.check(now, what(place, name));
        if (now.isTrue("required") && !was.isTrue("required")) {
            breaks.add(what(place, name) + " became required: clients in use may leave it out and get 400");
        }
        for (String fact : List.of("style", "explode", "allowReserved", "allowEmptyValue")) {
            if (!Objects.equals(was.text(fact), now.text(fact))) {
                breaks.add(what(place, name) + " has another " + fact + ": what clients in use send there is misread");
            }
        }
        schemas.compare(new SchemaChange(
                was.part("schema").orElseThrow(),
                now.part("schema").orElseThrow(),
                Direction.REQUEST,
                "parameter",
                name,
                !was.isTrue("required")));
    }

    private String what(String place, String name) {
        return place + " parameter " + name + " of operation " + before.id();
    }
}
