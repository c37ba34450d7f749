package io.kraty.sdk.finalization;

import io.kraty.sdk.store.MembershipStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A store that the test can look into. */
class ListedStore implements MembershipStore {
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final List<Thread> users = new CopyOnWriteArrayList<>();
    private final List<String> updates = new CopyOnWriteArrayList<>();

    @Override
    public String read(String name) {
        users.add(Thread.currentThread());
        return values.get(name);
    }

    @Override
    public void update(String name, UnaryOperator<String> change) {
        users.add(Thread.currentThread());
        updates.add(name);
        values.compute(name, (key, value) -> change.apply(value));
    }

    Map<String, String> content() {
        return new TreeMap<>(values);
    }

    /** Who used it, once for each time. */
    List<Thread> users() {
        return List.copyOf(users);
    }

    /** What was updated, once for each time. */
    List<String> updates() {
        return List.copyOf(updates);
    }
}
