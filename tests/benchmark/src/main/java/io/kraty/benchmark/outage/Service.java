package io.kraty.benchmark.outage;

/** The service: away for a while, and otherwise answering as many requests in each tenth of a second as it can. */
final class Service {
    private static final long SLOT = 100_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final Scene scene;
    private final double perSlot;
    private final int[] requests;
    private final int[] refused;
    private long slot = -1;
    private int answered;

    Service(Scene scene) {
        this.scene = scene;
        this.perSlot = scene.usual() * scene.capacity() * SLOT / SECOND;
        int seconds = (int) (scene.total() / SECOND) + 1;
        this.requests = new int[seconds];
        this.refused = new int[seconds];
    }

    /** Whether it answers a request that comes at {@code time}. */
    boolean answers(long time) {
        int second = (int) (time / SECOND);
        requests[second]++;
        if (time / SLOT != slot) {
            slot = time / SLOT;
            answered = 0;
        }
        if (!scene.isDown(time) && answered < perSlot) {
            answered++;
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
