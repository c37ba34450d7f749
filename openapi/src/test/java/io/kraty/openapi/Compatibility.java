package io.kraty.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what a newer description breaks for clients that were made from an older one: those in use, which go on sending and
 * expecting what they did, and those that are generated again, whose callers still have to compile.
 *
 * <p>Additions pass: operations, optional parameters and request properties, response properties, enum values, error codes,
 * statuses. What goes, and what takes less or promises less than before, breaks.
 */
final class Compatibility {
    private static final List<String> FACTS_OF_A_SCHEME = List.of("type", "name", "in", "scheme");

    private final Description released;
    private final Description proposed;
    private final SchemaComparison schemas = new SchemaComparison();
    private final Breaks breaks = new Breaks();

    private Compatibility(Description released, Description proposed) {
        this.released = released;
        this.proposed = proposed;
    }

    /** A sentence for each break, which says what broke and whom. */
    static List<String> breaks(Description released, Description proposed) {
        Compatibility compatibility = new Compatibility(released, proposed);
        compatibility.servers();
        compatibility.operations();
        compatibility.securitySchemes();
        compatibility.schemas();
        return compatibility.breaks.sentences();
    }

    private void servers() {
        Keywords.ROOT.check(released.root(), "the description");
        Keywords.ROOT.check(proposed.root(), "the description");
        for (String url : Enums.gone(urls(released), urls(proposed))) {
            breaks.add("server " + url + " is gone: clients that were made for it find nobody");
        }
    }

    private void securitySchemes() {
        Map<String, Part> after = proposed.components("securitySchemes");
        released.components("securitySchemes").forEach((name, before) -> {
            Keywords.SECURITY_SCHEME.check(before, name);
            if (!after.containsKey(name)) {
                breaks.add(
                        "credential " + name + " is gone: code that hands it over does not compile after regenerating");
                return;
            }
            Keywords.SECURITY_SCHEME.check(after.get(name), name);
            for (String fact : FACTS_OF_A_SCHEME) {
                if (!Objects.equals(before.text(fact), after.get(name).text(fact))) {
                    breaks.add("credential " + name + " has another " + fact
                            + ": clients in use send it the old way and get 401");
                }
            }
        });
    }

    /** What the schemas hold is compared where it is sent or received; here it is about their names. */
    private void schemas() {
        Set<String> after = proposed.components("schemas").keySet();
        for (String name : Enums.gone(released.components("schemas").keySet(), after)) {
            breaks.add("schema " + name + " is gone: code that names its type does not compile after regenerating");
        }
    }

    private void operations() {
        Map<String, Operation> after = proposed.operations();
        Map<String, Operation> afterById =
                after.values().stream().collect(Collectors.toMap(Operation::id, operation -> operation));
        released.operations().forEach((onTheWire, before) -> {
            if (after.containsKey(onTheWire)) {
                new OperationComparison(before, after.get(onTheWire), schemas, breaks).compare();
            } else if (afterById.containsKey(before.id())) {
                breaks.add("operation " + before.id() + " moved to "
                        + afterById.get(before.id()).onTheWire() + ": clients in use call " + onTheWire
                        + " and get 404");
            } else {
                breaks.add("operation " + before.id() + " is gone: clients in use call " + onTheWire + " and get 404");
            }
        });
    }

    private static Set<String> urls(Description description) {
        return description.root().list("servers").stream()
                .map(server -> server.text("url").orElseThrow())
                .collect(Collectors.toSet());
    }
}
