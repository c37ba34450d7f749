package io.kraty.sandbox.internal.operation;

import io.kraty.api.Operation;
import java.util.List;
import java.util.stream.Stream;

/** All operations that the API's description has. */
public final class Operations {
    /** What all paths of the game start with. */
    public static final String ROOT = "/sdk/v1/";

    private static final List<String> IDS =
            Stream.of(Operation.values()).map(Operation::id).toList();

    private Operations() {}

    /** What the description calls them. */
    public static List<String> ids() {
        return IDS;
    }
}
