package io.kraty.benchmark.outage;

/** The service: away for a while, and otherwise answering what it can, with a queue for what comes within a second. */
final class Service {
    private static final long SECOND = 1_000_000_000L;

    private final Scene scene;
    private final double perSecond;
    private final int[] requests;
    private final int[] refused;
    private double queue;
    private long since;

    Service(Scene scene) {
        this.scene = scene;
        this.perSecond = scene.usual() * scene.capacity();
        int seconds = (int) (scene.total() / SECOND) + 1;
        this.requests = new int[seconds];
        this.refused = new int[seconds];
    }

    /** Whether it answers a request that comes at {@code time}. */
    boolean answers(long time) {
        int second = (int) (time / SECOND);
        requests[second]++;
        queue = Math.max(0, queue - (time - since) * perSecond / SECOND);
        since = time;
        if (!scene.isDown(time) && queue < perSecond) {
            queue++;
            return true;
        }
        refused[second]++;
        return false;
    }

    /** How many came in each second. */
    int[] requests() {
        return requests;
    }

    /** How many of those had no answer. */
    int[] refused() {
        return refused;
    }
}
