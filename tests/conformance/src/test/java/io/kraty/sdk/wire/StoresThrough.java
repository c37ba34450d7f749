package io.kraty.sdk.wire;

import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.store.SecretStore;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Stores every use of which goes through one door, where a test can watch, count or stop it. */
public final class StoresThrough {
    private final Door door;

    /** What each use goes through: it calls {@code store}, or does not. */
    @FunctionalInterface
    public interface Door {
        <T> T use(Supplier<T> store);
    }

    public StoresThrough(Door door) {
        this.door = door;
    }

    public SecretStore to(SecretStore store) {
        return new SecretStore() {
            @Override
            public String read(String name) {
                return door.use(() -> store.read(name));
            }

            @Override
            public void write(String name, String value) {
                use(() -> store.write(name, value));
            }

            @Override
            public void remove(String name) {
                use(() -> store.remove(name));
            }

            @Override
            public String writeIfAbsent(String name, String value) {
                return door.use(() -> store.writeIfAbsent(name, value));
            }

            @Override
            public boolean replace(String name, String expected, String value) {
                return door.use(() -> store.replace(name, expected, value));
            }
        };
    }

    public OutboxStore to(OutboxStore store) {
        return new OutboxStore() {
            @Override
            public String read(String name) {
                return door.use(() -> store.read(name));
            }

            @Override
            public void update(String name, UnaryOperator<String> change) {
                use(() -> store.update(name, change));
            }
        };
    }

    private void use(Runnable store) {
        door.use(() -> {
            store.run();
            return true;
        });
    }
}
