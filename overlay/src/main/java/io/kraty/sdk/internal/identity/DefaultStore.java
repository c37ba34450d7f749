package io.kraty.sdk.internal.identity;

import io.kraty.sdk.FileSecretStore;
import io.kraty.sdk.InMemorySecretStore;
import io.kraty.sdk.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds where a player can be kept when the game does not say. */
public final class DefaultStore {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.store");

    private DefaultStore() {}

    /**
     * A file for {@code environment} in {@code directory}, or in the per-user data directory if it is null; in memory, with
     * one warning, where neither can be written.
     */
    public static SecretStore open(String environment, @Nullable Path directory) {
        Path place = directory == null ? perUser() : directory;
        if (place != null && isWritable(place)) {
            return new FileSecretStore(place.resolve(Environment.fileName(environment)));
        }
        LOG.log(
                Level.WARNING,
                "no place to keep the player between launches (tried {0}); set a secretStore, or the next launch starts anew",
                place);
        return new InMemorySecretStore();
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
}
