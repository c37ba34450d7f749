package io.kraty.sdk.internal.identity;

import io.kraty.sdk.internal.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * The store to use if the game does not say: a file in {@code directory}, or in the per-user data directory if there is none;
 * in memory, with one warning, where there is no such file and none can be written. Looks for the place when it is first
 * asked, so that making a client never waits for a disk. Thread-safe.
 *
 * @param <S> the store
 */
public abstract class DefaultPlace<S> {
    private static final Log LOG = Log.of("store");

    private final @Nullable Path directory;
    private final String kind;
    private final String environment;
    private final String loss;
    private final AtomicReference<@Nullable S> opened = new AtomicReference<>();

    /**
     * Begins to look when it is asked.
     *
     * @param kind what the file's name begins with
     * @param environment what it goes on with
     * @param loss what is missing if there is no place
     */
    protected DefaultPlace(@Nullable Path directory, String kind, String environment, String loss) {
        this.directory = directory;
        this.kind = kind;
        this.environment = environment;
        this.loss = loss;
    }

    /** The store in a file. */
    protected abstract S inFile(Path file);

    /** The store if there is none. */
    protected abstract S inMemory();

    /** The same for all. Two may look at once; that is better than one waiting, deaf to interrupts, for the other's disk. */
    public final S store() {
        S known = opened.get();
        if (known != null) {
            return known;
        }
        Path place = directory();
        // What an earlier launch has left counts also where nothing can be written: better an error than a new player.
        boolean durable = place != null && (isWritable(place) || Files.exists(file(place)));
        S found = place != null && durable ? inFile(file(place)) : inMemory();
        if (!opened.compareAndSet(null, found)) {
            return Objects.requireNonNull(opened.get());
        }
        if (!durable) {
            LOG.get().log(Level.WARNING, "no place to keep " + loss, place);
        }
        return found;
    }

    /** Whether nobody has asked for the store yet, and there is no file of an earlier launch either. */
    public final boolean isEmpty() {
        Path place = directory();
        return opened.get() == null && (place == null || !Files.exists(file(place)));
    }

    private Path file(Path place) {
        return place.resolve(kind + Environment.fileName(environment));
    }

    private @Nullable Path directory() {
        return directory == null ? perUser() : directory;
    }

    private static boolean isWritable(Path directory) {
        try {
            Files.createDirectories(directory);
            return Files.isWritable(directory);
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static @Nullable Path perUser() {
        String home = System.getProperty("user.home", "");
        // Android has no per-user directory that a library could know; its home is the root, which nobody can write.
        if (home.isEmpty()
                || home.equals("/")
                || System.getProperty("java.vm.name", "").contains("Dalvik")) {
            return null;
        }
        try {
            return perUser(System.getProperty("os.name", "").toLowerCase(Locale.ROOT), home);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static Path perUser(String system, String home) {
        if (system.contains("mac")) {
            return Paths.get(home, "Library", "Application Support", "Kraty");
        }
        if (system.contains("win")) {
            String local = System.getenv("LOCALAPPDATA");
            return local == null ? Paths.get(home, "AppData", "Local", "Kraty") : Paths.get(local, "Kraty");
        }
        String data = System.getenv("XDG_DATA_HOME");
        return data == null || data.isEmpty() ? Paths.get(home, ".local", "share", "kraty") : Paths.get(data, "kraty");
    }

    /** Where it looks, if the game said; not what is kept. */
    @Override
    public final String toString() {
        return directory == null ? "per user" : directory.toString();
    }
}
