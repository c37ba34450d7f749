package io.kraty.sdk.secrecy;

import io.kraty.api.model.PlayerRegistration;
import io.kraty.sdk.store.PlayerCredentials;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Objects that a game gets to see: what their text says, and what is in them if they are data or exceptions. */
final class Met {
    // Whose purpose it is to hold a secret: their components are left out, their texts are not.
    private static final Set<Class<?>> HOLD_ONE = Set.of(PlayerCredentials.class, PlayerRegistration.class);

    private final Set<Object> seen = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final Set<String> types = new ConcurrentSkipListSet<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    /** Looks at {@code object}, and returns it. */
    <T> T look(T object) {
        if (object == null || !seen.add(object)) {
            return object;
        }
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            types.add(type.getName());
        }
        texts.add(object.getClass().getName() + " " + object);
        if (object instanceof Throwable failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace)); // with causes and what is suppressed
            texts.add(trace.toString());
        }
        if (object instanceof Iterable<?> all && object.getClass().getName().startsWith("java.util")) {
            all.forEach(this::look);
        } else if (object instanceof Map<?, ?> map) {
            map.values().forEach(this::look);
        } else if (object instanceof Optional<?> maybe) {
            maybe.ifPresent(this::look);
        } else if (object instanceof Record data && !HOLD_ONE.contains(object.getClass())) {
            lookInto(data);
        }
        return object;
    }

    private void lookInto(Record data) {
        for (RecordComponent component : data.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                look(component.getAccessor().invoke(data));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
    }

    String texts() {
        return String.join("\n", texts);
    }

    /** The names of all classes that were met. */
    Set<String> types() {
        return types;
    }
}
