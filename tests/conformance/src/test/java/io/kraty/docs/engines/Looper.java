package io.kraty.docs.engines;

/** Android. */
public final class Looper {
    private Looper() {}

    public static Looper getMainLooper() {
        return new Looper();
    }
}
