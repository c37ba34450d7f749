package io.kraty.docs.engines;

/** jMonkeyEngine. */
public class SimpleApplication {
    public void enqueue(Runnable task) {
        task.run();
    }
}
