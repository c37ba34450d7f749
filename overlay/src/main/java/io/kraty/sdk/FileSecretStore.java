package io.kraty.sdk;

import com.google.gson.JsonParseException;
import io.kraty.api.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the player in one small file that only its owner can read. Each change replaces the file in one step, so a crash
 * leaves the old content or the new, and a lock beside it keeps two processes from overwriting each other. The content is
 * not encrypted. Thread-safe.
 */
public final class FileSecretStore implements SecretStore {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.store");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    // A file lock is held by the whole process, so threads (and stores on the same file) need one of their own.
    private static final ConcurrentHashMap<Path, Object> IN_PROCESS = new ConcurrentHashMap<>();

    private final Path file;
    private final Path lockFile;
    private final Object inProcess;

    /**
     * Uses {@code file}, which need not exist yet; missing directories are made when something is first written.
     *
     * @param file where to keep the player, for example in {@code Context.getFilesDir()} on Android
     */
    public FileSecretStore(Path file) {
        this.file = file.toAbsolutePath().normalize();
        this.lockFile = this.file.resolveSibling(this.file.getFileName() + ".lock");
        this.inProcess = IN_PROCESS.computeIfAbsent(this.file, path -> new Object());
    }

    @Override
    public @Nullable String read(String name) {
        synchronized (inProcess) {
            try {
                // The file is only ever replaced whole, so reading needs no lock between processes.
                return load().get(name);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
    }

    @Override
    public void write(String name, String value) {
        change(values -> values.put(name, value));
    }

    @Override
    public void remove(String name) {
        synchronized (inProcess) {
            if (Files.notExists(file)) {
                return;
            }
        }
        change(values -> values.remove(name));
    }

    @Override
    public String writeIfAbsent(String name, String value) {
        String existing = change(values -> values.putIfAbsent(name, value));
        return existing == null ? value : existing;
    }

    private @Nullable String change(Function<Map<String, String>, @Nullable String> change) {
        synchronized (inProcess) {
            try {
                prepareDirectory();
                try (FileChannel channel = FileChannel.open(
                        lockFile, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(OWNER_ONLY))) {
                    channel.lock(); // until the channel closes
                    Map<String, String> values = load();
                    Map<String, String> before = new LinkedHashMap<>(values);
                    String result = change.apply(values);
                    if (!values.equals(before)) {
                        replace(values);
                    }
                    return result;
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
    }

    private Map<String, String> load() throws IOException {
        if (Files.notExists(file)) {
            return new LinkedHashMap<>();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        try {
            Map<String, String> values = Json.map(Json.STRING).fromJson(text);
            return values == null ? new LinkedHashMap<>() : new LinkedHashMap<>(values);
        } catch (IOException | JsonParseException | IllegalStateException e) {
            // Not ours, or damaged. Kept aside rather than overwritten: it may be all that is left of an account.
            Path aside = file.resolveSibling(file.getFileName() + ".damaged");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.log(Level.WARNING, "{0} is damaged; it was moved to {1} and the player starts anew", new Object[] {
                file, aside
            });
            return new LinkedHashMap<>();
        }
    }

    private void replace(Map<String, String> values) throws IOException {
        Path next = Files.createTempFile(directory(), file.getFileName().toString(), ".tmp", ownerOnly(OWNER_ONLY));
        try {
            try (FileChannel out = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer bytes =
                        ByteBuffer.wrap(Json.map(Json.STRING).toJson(values).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            try {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private void prepareDirectory() throws IOException {
        if (!Files.isDirectory(directory())) {
            Files.createDirectories(directory(), ownerOnly(OWNER_DIRECTORY));
        }
    }

    private Path directory() {
        Path parent = file.getParent();
        return parent == null ? file.getRoot() : parent;
    }

    private static FileAttribute<?>[] ownerOnly(Set<PosixFilePermission> permissions) {
        // Elsewhere (Windows) the per-user data directory is private already.
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** The file, not what is in it. */
    @Override
    public String toString() {
        return "FileSecretStore[" + file + "]";
    }
}
