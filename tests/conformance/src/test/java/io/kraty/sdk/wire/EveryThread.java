package io.kraty.sdk.wire;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A thread, and what it was at when somebody looked.
 *
 * @param id its number
 * @param name its name
 * @param frames where it was, one text per frame, which begins with the name of the type
 */
public record EveryThread(long id, String name, List<String> frames) {
    private static final int VIRTUAL_SINCE = 21;
    private static final String BEAN = "com.sun.management.HotSpotDiagnosticMXBean";
    private static final Pattern HEAD = Pattern.compile("#(\\d+) \"(.*)\" virtual\\b.*");

    public EveryThread {
        frames = List.copyOf(frames);
    }

    /** All that live now: the virtual ones, too, of which {@link Thread} has no list. */
    public static List<EveryThread> now() {
        List<EveryThread> all = new ArrayList<>();
        Thread.getAllStackTraces()
                .forEach((thread, frames) -> all.add(new EveryThread(
                        thread.getId(),
                        thread.getName(),
                        Arrays.stream(frames).map(StackTraceElement::toString).toList())));
        if (Runtime.version().feature() >= VIRTUAL_SINCE) {
            all.addAll(virtual());
        }
        return all;
    }

    /** Whether it is within a type whose name ends so. */
    public boolean isIn(String type) {
        return frames.stream().anyMatch(frame -> frame.contains(type + "."));
    }

    private static List<EveryThread> virtual() {
        try {
            Path directory = Files.createTempDirectory("threads");
            Path file = directory.resolve("dump");
            try {
                dump(file);
                return read(Files.readAllLines(file));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** By name, as the tests are compiled for JDK 17. */
    private static void dump(Path file) throws ReflectiveOperationException {
        Class<? extends PlatformManagedObject> type = Class.forName(BEAN).asSubclass(PlatformManagedObject.class);
        Class<?> formats = Class.forName(BEAN + "$ThreadDumpFormat");
        Object plain = formats.getMethod("valueOf", String.class).invoke(null, "TEXT_PLAIN");
        type.getMethod("dumpThreads", String.class, formats)
                .invoke(ManagementFactory.getPlatformMXBean(type), file.toString(), plain);
    }

    private static List<EveryThread> read(List<String> lines) {
        List<EveryThread> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher head = HEAD.matcher(lines.get(i));
            if (head.matches()) {
                List<String> frames = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> !line.isBlank())
                        .map(String::strip)
                        .toList();
                all.add(new EveryThread(Long.parseLong(head.group(1)), head.group(2), frames));
            }
        }
        return all;
    }
}
