package io.kraty.sdk.internal.identity;

import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where a player is kept if the game does not say: a file in {@code directory}, or in the per-user data directory if there is
 * none; in memory, with one warning, where neither can be written. Looks for the place when something is first read or
 * written, so that making a client never waits for a disk. Thread-safe.
 */
public final class DefaultStore implements SecretStore {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.store");

    private final String environment;
    private final @Nullable Path directory;
    private final AtomicReference<@Nullable SecretStore> opened = new AtomicReference<>();

    /** Keeps the players of {@code environment} apart from all others. */
    public DefaultStore(String environment, @Nullable Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    @Override
    public @Nullable String read(String name) {
        return store().read(name);
    }

    @Override
    public void write(String name, String value) {
        store().write(name, value);
    }

    @Override
    public void remove(String name) {
        store().remove(name);
    }

    @Override
    public String writeIfAbsent(String name, String value) {
        return store().writeIfAbsent(name, value);
    }

    /** The same for all. Two may look at once; that is better than one waiting, deaf to interrupts, for the other's disk. */
    private SecretStore store() {
        SecretStore known = opened.get();
        if (known != null) {
            return known;
        }
        Path place = directory == null ? perUser() : directory;
        SecretStore found = place != null && isWritable(place)
                ? new FileSecretStore(place.resolve(Environment.fileName(environment)))
                : new InMemorySecretStore();
        SecretStore first = opened.compareAndExchange(null, found);
        if (first != null) {
            return first;
        }
        if (found instanceof InMemorySecretStore) {
            LOG.log(
                    Level.WARNING,
                    "no place to keep the player between launches (tried {0}); set a secretStore, or the next launch starts"
                            + " anew",
                    place);
        }
        return found;
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
            return Path.of(home, "Library", "Application Support", "Kraty");
        }
        if (system.contains("win")) {
            String local = System.getenv("LOCALAPPDATA");
            return local == null ? Path.of(home, "AppData", "Local", "Kraty") : Path.of(local, "Kraty");
        }
        String data = System.getenv("XDG_DATA_HOME");
        return data == null || data.isEmpty() ? Path.of(home, ".local", "share", "kraty") : Path.of(data, "kraty");
    }

    /** Where it looks, if the game said; not what is kept. */
    @Override
    public String toString() {
        return "DefaultStore[" + (directory == null ? "per user" : directory) + "]";
    }
}
