package io.kraty.sdk.finalization;

import io.kraty.sdk.store.MembershipStore;
import io.kraty.sdk.wire.Undeclared;
import java.util.function.UnaryOperator;

/** A store that fails. */
final class BrokenStore implements MembershipStore {
    private final Throwable problem;

    BrokenStore() {
        this(new IllegalStateException("the disk is broken"));
    }

    BrokenStore(Throwable problem) {
        this.problem = problem;
    }

    @Override
    public String read(String name) {
        Undeclared.raise(problem);
        return null;
    }

    @Override
    public void update(String name, UnaryOperator<String> change) {
        Undeclared.raise(problem);
    }
}
