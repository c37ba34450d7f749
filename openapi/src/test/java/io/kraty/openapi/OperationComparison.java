package io.kraty.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares one operation with what has become of it. */
final class OperationComparison {
    private final Operation before;
    private final Operation after;
    private final SchemaComparison schemas;
    private final Breaks breaks;
    private final String operation;

    OperationComparison(Operation before, Operation after, SchemaComparison schemas, Breaks breaks) {
        this.before = before;
        this.after = after;
        this.schemas = schemas;
        this.breaks = breaks;
        this.operation = "operation " + before.id();
    }

    void compare() {
        Keywords.OPERATION.check(before.part(), before.id());
        Keywords.OPERATION.check(after.part(), after.id());
        names();
        security();
        errorCodes();
        options();
        schemas.sentencesOf(() -> {
                    new ParameterComparison(before, after, schemas, breaks).compare();
                    requestBody();
                    responses();
                    streamEvents();
                })
                .forEach(sentence -> breaks.add(sentence, before));
    }

    private void names() {
        if (!before.id().equals(after.id())) {
            breaks.add(operation + " is called " + after.id()
                    + ": code that calls it does not compile after regenerating");
        }
        Set<String> tags = before.part().texts("tags");
        if (!tags.equals(after.part().texts("tags"))) {
            breaks.add(operation + " moved from the tag " + tags + " to "
                    + after.part().texts("tags")
                    + ": code that calls it through the tag's class does not compile after regenerating");
        }
    }

    /** Each old way in has to be enough for one of the new ways. */
    private void security() {
        for (Part way : before.security()) {
            boolean enough = after.security().isEmpty()
                    || after.security().stream()
                            .anyMatch(now -> credentials(way).containsAll(credentials(now)));
            if (!enough) {
                breaks.add(operation + " asks for more than " + credentials(way)
                        + ": clients that send no more get 401 or 403");
            }
        }
        if (before.security().isEmpty()
                && after.security().stream().noneMatch(now -> now.members().isEmpty())
                && !after.security().isEmpty()) {
            breaks.add(operation + " asks for credentials now: clients that send none get 401");
        }
    }

    private static Set<?> credentials(Part way) {
        return way.members().keySet();
    }

    private void requestBody() {
        Optional<Part> body = before.part().part("requestBody");
        Optional<Part> bodyAfter = after.part().part("requestBody");
        bodyAfter.ifPresent(now -> {
            Keywords.BODY.check(now, "the body of " + after.id());
            if (now.isTrue("required")
                    && !body.map(was -> was.isTrue("required")).orElse(false)) {
                breaks.add("the body of " + operation + " became required: clients in use may send none and get 400");
            }
        });
        body.ifPresent(was -> {
            Keywords.BODY.check(was, "the body of " + before.id());
            contents(
                    was,
                    bodyAfter,
                    Direction.REQUEST,
                    "the body of " + operation,
                    "what clients in use send there is lost");
        });
    }

    private void responses() {
        Map<String, Part> responses = before.part().parts("responses");
        Map<String, Part> responsesAfter = after.part().parts("responses");
        responses.forEach((status, response) -> {
            Optional<Part> now = Optional.ofNullable(responsesAfter.get(status));
            String what = "response " + status + " of " + operation;
            if (now.isEmpty()) {
                breaks.add(what + " is gone: callers that act on it wait in vain");
                return;
            }
            Keywords.RESPONSE.check(response, what);
            Keywords.RESPONSE.check(now.get(), what);
            contents(response, now, Direction.RESPONSE, what, "readers lose it");
            headers(response, now.get(), what);
        });
        Enums.gone(responsesAfter.keySet(), responses.keySet()).stream()
                .filter(status -> status.startsWith("2"))
                .filter(status -> !bodies(responses.values()).containsAll(bodies(List.of(responsesAfter.get(status)))))
                .forEach(status -> breaks.add("response " + status + " of " + operation
                        + " is a new success with a body of its own: readers in use take it for another"));
    }

    /** The names of the schemas that these responses have as their bodies; no body counts as one. */
    private static Set<String> bodies(Iterable<Part> responses) {
        Set<String> bodies = new HashSet<>();
        for (Part response : responses) {
            Map<String, Part> contents = response.parts("content");
            contents.values()
                    .forEach(media ->
                            bodies.add(media.part("schema").flatMap(Part::name).orElse("unnamed")));
            if (contents.isEmpty()) {
                bodies.add("none");
            }
        }
        return bodies;
    }

    private void contents(Part was, Optional<Part> now, Direction direction, String what, String whom) {
        Map<String, Part> after = now.map(part -> part.parts("content")).orElseGet(Map::of);
        was.parts("content").forEach((type, media) -> {
            Optional<Part> schema = media.part("schema");
            Optional<Part> schemaAfter = Optional.ofNullable(after.get(type)).flatMap(found -> found.part("schema"));
            Keywords.MEDIA.check(media, what);
            if (schemaAfter.isPresent()) {
                Keywords.MEDIA.check(after.get(type), what);
                schemas.compare(new SchemaChange(
                        schema.orElseThrow(),
                        schemaAfter.get(),
                        direction,
                        "body",
                        schema.get().name().orElse("of " + before.id()),
                        false));
            } else {
                breaks.add(what + " as " + type + " is gone: " + whom);
            }
        });
    }

    private void headers(Part was, Part now, String what) {
        Map<String, Part> after = now.parts("headers");
        was.parts("headers").forEach((name, header) -> {
            if (after.containsKey(name)) {
                Keywords.HEADER.check(header, name);
                Keywords.HEADER.check(after.get(name), name);
                schemas.compare(new SchemaChange(
                        header.part("schema").orElseThrow(),
                        after.get(name).part("schema").orElseThrow(),
                        Direction.RESPONSE,
                        "header",
                        name,
                        !header.isTrue("required")));
            } else {
                breaks.add("header " + name + " of " + what + " is gone: readers lose it");
            }
        });
    }

    private void errorCodes() {
        Map<String, Set<String>> codesAfter = after.part().textsByKey("x-error-codes");
        before.part().textsByKey("x-error-codes").forEach((status, codes) -> {
            for (String code : Enums.gone(codes, codesAfter.getOrDefault(status, Set.of()))) {
                breaks.add("error code " + code + " of " + operation + " no longer comes with status " + status
                        + ": callers that act on it wait in vain");
            }
        });
    }

    /** What a caller passes as one value stays one, with its name and all that was in it. */
    private void options() {
        before.part().part("x-options").ifPresent(was -> {
            Optional<Part> now = after.part().part("x-options");
            String what = "options " + was.text("name").orElseThrow() + " of " + operation;
            if (!now.flatMap(part -> part.text("name")).equals(was.text("name"))) {
                breaks.add(what + " are gone: code that passes them does not compile after regenerating");
                return;
            }
            for (String parameter :
                    Enums.gone(was.texts("parameters"), now.orElseThrow().texts("parameters"))) {
                breaks.add(what + " no longer have " + parameter
                        + ": code that sets it does not compile after regenerating");
            }
            if (!was.textByKey("defaults").equals(now.orElseThrow().textByKey("defaults"))) {
                breaks.add(what + " have other defaults: callers that set nothing get something else after"
                        + " regenerating");
            }
        });
    }

    private void streamEvents() {
        Map<String, String> eventsAfter = after.part().textByKey("x-sse-events");
        before.part().textByKey("x-sse-events").forEach((event, schema) -> {
            if (schema.equals(eventsAfter.get(event))) {
                schemas.compare(new SchemaChange(
                        before.part().description().schema(schema),
                        after.part().description().schema(schema),
                        Direction.RESPONSE,
                        "event",
                        schema,
                        false));
            } else {
                breaks.add("stream event " + event + " of " + operation + " is no longer a " + schema
                        + ": readers that wait for it wait in vain");
            }
        });
    }
}
