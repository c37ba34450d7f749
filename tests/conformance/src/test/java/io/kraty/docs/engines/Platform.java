package io.kraty.docs.engines;

/** JavaFX. */
public final class Platform {
    private Platform() {}

    public static void runLater(Runnable task) {
        task.run();
    }
}
