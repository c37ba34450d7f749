package io.kraty.sdk.internal.outbox;

import io.kraty.sdk.internal.identity.DefaultPlace;
import io.kraty.sdk.store.FileOutboxStore;
import io.kraty.sdk.store.InMemoryOutboxStore;
import io.kraty.sdk.store.OutboxStore;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the outbox is kept if the game does not say: a file in the {@link DefaultPlace}. Thread-safe. */
public final class DefaultOutboxStore implements OutboxStore {
    private final DefaultPlace<OutboxStore> place;

    /** Keeps that of {@code environment} in a file of its own. */
    public DefaultOutboxStore(String environment, @Nullable Path directory) {
        this.place =
                new DefaultPlace<>(
                        directory,
                        "outbox-",
                        environment,
                        "the outbox between launches (tried {0}); set an outboxStore, or what could not be sent is lost with"
                                + " the process") {
                    @Override
                    protected OutboxStore inFile(Path file) {
                        return new FileOutboxStore(file);
                    }

                    @Override
                    protected OutboxStore inMemory() {
                        return new InMemoryOutboxStore();
                    }
                };
    }

    /** A game that never uses an outbox is not told that there is no place for one. */
    @Override
    public @Nullable String read(String name) {
        return place.isEmpty() ? null : place.store().read(name);
    }

    @Override
    public void update(String name, UnaryOperator<@Nullable String> change) {
        place.store().update(name, change);
    }

    /** Where it looks, if the game said; not what is kept. */
    @Override
    public String toString() {
        return "DefaultOutboxStore[" + place + "]";
    }
}
