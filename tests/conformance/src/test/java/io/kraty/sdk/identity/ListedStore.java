package io.kraty.sdk.identity;

import io.kraty.sdk.store.SecretStore;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A store that the test can look into. */
public class ListedStore implements SecretStore {
    private final Map<String, String> values;

    public ListedStore() {
        this(new ConcurrentHashMap<>());
    }

    /** What is kept is in {@code values}, and the other way round. */
    public ListedStore(Map<String, String> values) {
        this.values = values;
    }

    @Override
    public String read(String name) {
        return values.get(name);
    }

    @Override
    public void write(String name, String value) {
        values.put(name, value);
    }

    @Override
    public void remove(String name) {
        values.remove(name);
    }

    Map<String, String> content() {
        return new TreeMap<>(values);
    }

    /** The player the next launch would resume. */
    String activePlayer() {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/active"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether anything here has to do with {@code player}. */
    boolean mentions(String player) {
        return content().toString().contains(player);
    }

    @Override
    public String toString() {
        return content().toString();
    }
}
