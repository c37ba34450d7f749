package io.kraty.sdk.wire;

import java.io.IOException;
import java.util.stream.Stream;

/** Throws what a Java compiler would not let pass, as code in other languages does. */
public final class Undeclared {
    private Undeclared() {}

    /** Of each kind that can be thrown. */
    public static Stream<Throwable> ofEachKind() {
        return Stream.of(
                new IllegalStateException("the disk is broken"),
                new IOException("the disk is broken"),
                new NoClassDefFoundError("the disk is broken"),
                new StackOverflowError("the disk is broken"));
    }

    /** Throws it. */
    public static void raise(Throwable what) {
        Undeclared.<RuntimeException>sneak(what);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable what) throws E {
        throw (E) what;
    }
}
