package io.kraty.sdk.finalization;

import io.kraty.sdk.store.MembershipStore;
import java.util.function.UnaryOperator;

/** A store that fails. */
final class BrokenStore implements MembershipStore {
    @Override
    public String read(String name) {
        throw new IllegalStateException("the disk is broken");
    }

    @Override
    public void update(String name, UnaryOperator<String> change) {
        throw new IllegalStateException("the disk is broken");
    }
}
