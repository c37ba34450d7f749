package io.kraty.sdk.wire;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A thread, and what it was at when somebody looked.
 *
 * @param id its number
 * @param name its name
 * @param frames where it was, one text per frame, which begins with the name of the type
 */
public record EveryThread(long id, String name, List<String> frames) {
    private static final int VIRTUAL_SINCE = 21;
    private static final String CONTAINERS = "jdk.internal.vm.ThreadContainers";
    private static final String CONTAINER = "jdk.internal.vm.ThreadContainer";

    public EveryThread {
        frames = List.copyOf(frames);
    }

    /** All that live now: the virtual ones, too, of which {@link Thread} has no list. */
    public static List<EveryThread> now() {
        List<EveryThread> all = new ArrayList<>();
        Thread.getAllStackTraces().forEach((thread, frames) -> all.add(of(thread, frames)));
        if (Runtime.version().feature() >= VIRTUAL_SINCE) {
            all.addAll(virtual());
        }
        return all;
    }

    /** Whether it is within a type whose name ends so. */
    public boolean isIn(String type) {
        return frames.stream().anyMatch(frame -> frame.contains(type + "."));
    }

    /**
     * By what the JDK's own thread dump goes by, which the tests' JVM opens for this. Not by that dump: now and then it brings
     * the JVM of JDK 25 down.
     */
    private static List<EveryThread> virtual() {
        try {
            List<EveryThread> all = new ArrayList<>();
            Method isVirtual = Thread.class.getMethod("isVirtual");
            for (Thread thread :
                    threads(Class.forName(CONTAINERS).getMethod("root").invoke(null))) {
                if (isVirtual.invoke(thread).equals(true)) {
                    all.add(of(thread, thread.getStackTrace()));
                }
            }
            return all;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the JDK keeps its threads elsewhere", e);
        }
    }

    private static List<Thread> threads(Object container) throws ReflectiveOperationException {
        Class<?> type = Class.forName(CONTAINER);
        List<Thread> all = new ArrayList<>();
        for (Object thread : ((Stream<?>) type.getMethod("threads").invoke(container)).toList()) {
            all.add((Thread) thread);
        }
        for (Object child : ((Stream<?>) type.getMethod("children").invoke(container)).toList()) {
            all.addAll(threads(child));
        }
        return all;
    }

    private static EveryThread of(Thread thread, StackTraceElement[] frames) {
        return new EveryThread(
                thread.getId(),
                thread.getName(),
                Arrays.stream(frames).map(StackTraceElement::toString).toList());
    }
}
