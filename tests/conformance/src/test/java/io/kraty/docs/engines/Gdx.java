package io.kraty.docs.engines;

/** libGDX. */
public final class Gdx {
    public static final Application app = task -> {};

    private Gdx() {}

    /** The part that runs things on the thread that renders. */
    @FunctionalInterface
    public interface Application {
        void postRunnable(Runnable task);
    }
}
