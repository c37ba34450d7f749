package io.kraty.sdk.wire;

import java.util.Set;
import java.util.stream.Collectors;

/** The SDK's threads that began after a moment. What other tests left is none of this one's business. */
public final class OurThreads {
    private final Set<Thread> before = alive("kraty-");

    private OurThreads() {}

    /** From this moment on. */
    public static OurThreads fromNow() {
        return new OurThreads();
    }

    /** Until all that began since have ended. */
    public void awaitEnd() throws InterruptedException {
        awaitEnd("");
    }

    /** Until those of one {@code role} that began since have ended. */
    public void awaitEnd(String role) throws InterruptedException {
        Await.until(
                "no thread of ours is left of " + since(role), () -> since(role).isEmpty());
    }

    /** Those of one {@code role} that began since and have not ended. */
    public Set<Thread> since(String role) {
        Set<Thread> now = alive("kraty-" + role);
        now.removeAll(before);
        return now;
    }

    private static Set<Thread> alive(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name))
                .collect(Collectors.toSet());
    }
}
