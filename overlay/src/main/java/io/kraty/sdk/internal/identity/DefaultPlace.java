package io.kraty.sdk.internal.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The store to use if the game does not say: a file in {@code directory}, or in the per-user data directory if there is none;
 * in memory, with one warning, where there is no such file and none can be written. Looks for the place when it is first
 * asked, so that making a client never waits for a disk. Thread-safe.
 *
 * @param <S> the store
 */
public final class DefaultPlace<S> {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.store");

    private final @Nullable Path directory;
    private final String file;
    private final Function<Path, S> inFile;
    private final Supplier<S> inMemory;
    private final String loss;
    private final AtomicReference<@Nullable S> opened = new AtomicReference<>();

    /** Makes the store by {@code inFile}, else {@code inMemory}; {@code loss} says what is missing then. */
    public DefaultPlace(
            @Nullable Path directory, String file, Function<Path, S> inFile, Supplier<S> inMemory, String loss) {
        this.directory = directory;
        this.file = file;
        this.inFile = inFile;
        this.inMemory = inMemory;
        this.loss = loss;
    }

    /** The same for all. Two may look at once; that is better than one waiting, deaf to interrupts, for the other's disk. */
    public S store() {
        S known = opened.get();
        if (known != null) {
            return known;
        }
        Path place = directory();
        // What an earlier launch has left counts also where nothing can be written any more: better an error than a
        // new player.
        boolean durable = place != null && (isWritable(place) || Files.exists(place.resolve(file)));
        S found = place != null && durable ? inFile.apply(place.resolve(file)) : inMemory.get();
        if (!opened.compareAndSet(null, found)) {
            return Objects.requireNonNull(opened.get());
        }
        if (!durable) {
            LOG.log(Level.WARNING, "no place to keep " + loss, place);
        }
        return found;
    }

    /** Whether nobody has asked for the store yet, and there is no file of an earlier launch either. */
    public boolean isEmpty() {
        Path place = directory();
        return opened.get() == null && (place == null || !Files.exists(place.resolve(file)));
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
    public String toString() {
        return directory == null ? "per user" : directory.toString();
    }
}
