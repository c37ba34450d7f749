package io.kraty.sdk.internal.finalization;

import io.kraty.sdk.internal.identity.DefaultPlace;
import io.kraty.sdk.store.FileMembershipStore;
import io.kraty.sdk.store.InMemoryMembershipStore;
import io.kraty.sdk.store.MembershipStore;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where memberships are kept if the game does not say: a file in the {@link DefaultPlace}. Thread-safe. */
public final class DefaultMembershipStore implements MembershipStore {
    private final DefaultPlace<MembershipStore> place;

    /** Keeps those of {@code environment} in a file of their own. */
    public DefaultMembershipStore(String environment, @Nullable Path directory) {
        this.place =
                new DefaultPlace<>(
                        directory,
                        "boards-",
                        environment,
                        "the boards of players between launches (tried {0}); set a membershipStore, or what ends while the game is"
                                + " not running is not reported") {
                    @Override
                    protected MembershipStore inFile(Path file) {
                        return new FileMembershipStore(file);
                    }

                    @Override
                    protected MembershipStore inMemory() {
                        return new InMemoryMembershipStore();
                    }
                };
    }

    @Override
    public @Nullable String read(String name) {
        return place.store().read(name);
    }

    @Override
    public void update(String name, UnaryOperator<@Nullable String> change) {
        place.store().update(name, change);
    }

    /** Where it looks, if the game said; not what is kept. */
    @Override
    public String toString() {
        return "DefaultMembershipStore[" + place + "]";
    }
}
