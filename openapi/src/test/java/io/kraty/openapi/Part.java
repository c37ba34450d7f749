package io.kraty.openapi;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping inside of a description. References are followed; what was reached through one knows the name it had.
 *
 * @param orNull whether the reference that led here says that there may be null instead
 */
record Part(Description description, Optional<String> name, boolean orNull, Map<?, ?> members) {

    boolean has(String key) {
        return members.containsKey(key);
    }

    /** The value under {@code key} as text, or nothing. */
    Optional<String> text(String key) {
        return Optional.ofNullable(members.get(key)).map(String::valueOf);
    }

    boolean isTrue(String key) {
        return Boolean.TRUE.equals(members.get(key));
    }

    /** Whether there may be null instead, by what the schema says of itself or the reference to it. */
    boolean mayBeNull() {
        return orNull || isTrue("nullable");
    }

    /** The mapping under {@code key}, or nothing. */
    Optional<Part> part(String key) {
        return members.get(key) instanceof Map<?, ?> mapping
                ? Optional.of(description.followed(mapping))
                : Optional.empty();
    }

    /** The mappings under {@code key} by their own keys; none if there is no such key. */
    Map<String, Part> parts(String key) {
        Map<String, Part> parts = new LinkedHashMap<>();
        if (members.get(key) instanceof Map<?, ?> mappings) {
            mappings.forEach((name, value) -> {
                if (value instanceof Map<?, ?> mapping) {
                    parts.put(String.valueOf(name), description.followed(mapping));
                }
            });
        }
        return parts;
    }

    /** The mappings that are listed under {@code key}; none if there is no such key. */
    List<Part> list(String key) {
        return members.get(key) instanceof List<?> values
                ? values.stream()
                        .map(value -> description.followed((Map<?, ?>) value))
                        .toList()
                : List.of();
    }

    /** The values that are listed under {@code key} as texts; none if there is no such key. */
    Set<String> texts(String key) {
        Set<String> texts = new LinkedHashSet<>();
        if (members.get(key) instanceof List<?> values) {
            values.forEach(value -> texts.add(String.valueOf(value)));
        }
        return texts;
    }

    /** The lists under {@code key} by their own keys, for the likes of {@code x-error-codes}. */
    Map<String, Set<String>> textsByKey(String key) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        part(key)
                .ifPresent(lists -> lists.members
                        .keySet()
                        .forEach(name -> all.put(String.valueOf(name), lists.texts(String.valueOf(name)))));
        return all;
    }

    /** The texts under {@code key} by their own keys, for the likes of {@code x-sse-events}. */
    Map<String, String> textByKey(String key) {
        Map<String, String> all = new LinkedHashMap<>();
        part(key)
                .ifPresent(texts ->
                        texts.members.forEach((name, value) -> all.put(String.valueOf(name), String.valueOf(value))));
        return all;
    }
}
