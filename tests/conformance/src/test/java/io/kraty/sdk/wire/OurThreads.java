package io.kraty.sdk.wire;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SDK's threads that began after a moment. What other tests left is none of this one's business. */
public final class OurThreads {
    private final Set<Long> before = alive("").map(EveryThread::id).collect(Collectors.toSet());

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

    /** Interrupts those of one {@code role} that began since, as a game might; virtual ones cannot be had. */
    public void interrupt(String role) {
        Set<Long> since = alive(role)
                .map(EveryThread::id)
                .filter(id -> !before.contains(id))
                .collect(Collectors.toSet());
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> since.contains(thread.getId()))
                .forEach(Thread::interrupt);
    }

    private List<String> since(String role) {
        return alive(role)
                .filter(thread -> !before.contains(thread.id()))
                .map(EveryThread::name)
                .toList();
    }

    private static Stream<EveryThread> alive(String role) {
        return EveryThread.now().stream().filter(thread -> thread.name().startsWith("kraty-" + role));
    }
}
