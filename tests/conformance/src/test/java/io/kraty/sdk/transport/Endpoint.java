package io.kraty.sdk.transport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An endpoint as the API description declares it.
 *
 * @param path with its values in braces
 * @param declared everything else that is said about it
 */
public record Endpoint(String operationId, String method, String path, Map<?, ?> declared) {
    private static final Map<String, Endpoint> ALL = read();

    /** All of them, by their operation ids. */
    public static Map<String, Endpoint> all() {
        return ALL;
    }

    public static Endpoint of(String operationId) {
        Endpoint endpoint = ALL.get(operationId);
        if (endpoint == null) {
            throw new IllegalArgumentException("the API description has no operation " + operationId);
        }
        return endpoint;
    }

    /** The one that answers a request, or null: what is spelled out in a path comes before its values. */
    public static Endpoint at(String method, String target) {
        String path = target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
        return ALL.values().stream()
                .filter(endpoint -> endpoint.method.equals(method) && endpoint.matches(path))
                .min(Comparator.comparingInt(endpoint -> endpoint.pathValues().size()))
                .orElse(null);
    }

    /** The names in braces. */
    public List<String> pathValues() {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(path)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Whether it says that the player's secret must be sent. */
    public boolean needsSecret() {
        return ((List<?>) declared.get("security"))
                .stream().anyMatch(scheme -> ((Map<?, ?>) scheme).containsKey("playerSecret"));
    }

    /** Whether a player's id travels with it, in the path or in the query. */
    public boolean namesAPlayer() {
        return pathValues().contains("externalPlayerId") || queryValues().contains("externalId");
    }

    public boolean hasBody() {
        return declared.containsKey("requestBody");
    }

    /** Whether the body has a place for an idempotency key. */
    public boolean hasKey() {
        return hasBody()
                && body() instanceof Map<?, ?> schema
                && schema.get("properties") instanceof Map<?, ?> properties
                && properties.containsKey("idempotencyKey");
    }

    public boolean isStream() {
        return at(declared, "responses", "200", "content") instanceof Map<?, ?> content
                && content.containsKey("text/event-stream");
    }

    /** The error codes it may answer with, by HTTP status. */
    public Map<Integer, List<String>> errorCodes() {
        Map<Integer, List<String>> codes = new TreeMap<>();
        ((Map<?, ?>) declared.get("x-error-codes"))
                .forEach((status, names) -> codes.put(
                        Integer.valueOf((String) status),
                        ((List<?>) names).stream().map(String.class::cast).toList()));
        return codes;
    }

    /** The values of the query and of the body that have one of these limits; those of a list as {@code list[0].name}. */
    public Set<String> limited(Set<String> limits) {
        Set<String> names = new TreeSet<>();
        for (Map<?, ?> value : query()) {
            addLimited((String) value.get("name"), value.get("schema"), limits, names);
        }
        if (hasBody()) {
            addLimited("", body(), limits, names);
        }
        return names;
    }

    private static void addLimited(String name, Object unresolved, Set<String> limits, Set<String> names) {
        Map<?, ?> schema = (Map<?, ?>) resolved(unresolved);
        if (limits.stream().anyMatch(schema::containsKey)) {
            names.add(name);
        }
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((key, property) ->
                    addLimited(name.isEmpty() ? (String) key : name + "." + key, property, limits, names));
        }
        if (schema.containsKey("items")) {
            addLimited(name + "[0]", schema.get("items"), limits, names);
        }
        if (schema.get("oneOf") instanceof List<?> variants) {
            variants.forEach(variant -> addLimited(name, variant, limits, names));
        }
    }

    private Object body() {
        return resolved(at(declared, "requestBody", "content", "application/json", "schema"));
    }

    private List<String> queryValues() {
        return query().stream().map(value -> (String) value.get("name")).toList();
    }

    private List<Map<?, ?>> query() {
        List<Map<?, ?>> values = new ArrayList<>();
        if (declared.get("parameters") instanceof List<?> parameters) {
            for (Object parameter : parameters) {
                Map<?, ?> value = (Map<?, ?>) resolved(parameter);
                if ("query".equals(value.get("in"))) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private boolean matches(String actual) {
        String[] pattern = path.split("/", -1);
        String[] segments = actual.split("/", -1);
        if (pattern.length != segments.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            boolean isValue = pattern[i].startsWith("{");
            if (isValue ? segments[i].isEmpty() : !pattern[i].equals(segments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Object resolved(Object node) {
        return node instanceof Map<?, ?> map && map.get("$ref") instanceof String ref
                ? Contract.at(ref.substring("#/".length()).split("/", -1))
                : node;
    }

    private static Object at(Object node, String... steps) {
        Object here = node;
        for (String step : steps) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }

    private static Map<String, Endpoint> read() {
        Map<String, Endpoint> all = new LinkedHashMap<>();
        ((Map<?, ?>) Contract.at("paths"))
                .forEach((path, methods) -> ((Map<?, ?>) methods).forEach((method, declared) -> {
                    Map<?, ?> operation = (Map<?, ?>) declared;
                    String id = (String) operation.get("operationId");
                    String verb = ((String) method).toUpperCase(java.util.Locale.ROOT);
                    if (all.put(id, new Endpoint(id, verb, (String) path, operation)) != null) {
                        throw new IllegalStateException("two operations are called " + id);
                    }
                }));
        return all;
    }

    @Override
    public String toString() {
        return operationId + " (" + method + " " + path + ")";
    }
}
