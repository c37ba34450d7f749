package io.kraty.sdk.store;

import io.kraty.api.runtime.Checks;
import io.kraty.sdk.internal.file.OnDisk;
import io.kraty.sdk.internal.file.ValuesFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the player in one small file that only its owner can read. Each change replaces the file in one step, so a crash
 * leaves the old content or the new. The content is not encrypted. Thread-safe.
 *
 * <p>Several may use one file at a time: threads, processes, copies of the SDK in one process (two plugins of one server),
 * under one name or through links. They change it one after the other, by a lock in a file beside it. Who finds the lock
 * taken waits for 5 s at most, then changes the file without it and logs one warning: to wait for a process that hangs would
 * lose the change for sure, while this loses something only if both replace the file at the same moment. Reading waits for
 * nobody.
 *
 * <p>All methods but {@link #toString} use the disk and may block for as long as it does. An interrupt ends the wait for a
 * lock at once, and a read or write where the disk lets it (the opening of a file on a dead network drive does not): the
 * method throws {@link UncheckedIOException}, the file is as it was, and the thread stays interrupted.
 *
 * @since 0.1.0
 */
public final class FileSecretStore implements SecretStore {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    // Ten thousands of players.
    private static final int MOST_BYTES = 4 << 20;

    private final ValuesFile file;

    /**
     * Uses {@code file}, which need not exist yet; missing directories are made when something is first written. Does not
     * touch the disk.
     *
     * @param file where to keep the player, for example in {@code Context.getFilesDir()} on Android
     */
    public FileSecretStore(Path file) {
        this(file, PATIENCE);
    }

    /** For tests of the SDK itself: how long to wait for the lock. */
    FileSecretStore(Path file, Duration patience) {
        this.file = new ValuesFile(Checks.present("file", file), patience, MOST_BYTES);
    }

    /** {@inheritDoc} Waits for no lock, since the file is only ever replaced whole. */
    @Override
    public @Nullable String read(String name) {
        Checks.present("name", name);
        return OnDisk.use("read", file, () -> file.read(name));
    }

    /** {@inheritDoc} Waits for the lock, and goes on without it as the class says. */
    @Override
    public void write(String name, String value) {
        Checks.present("name", name);
        Checks.present("value", value);
        OnDisk.use("write", file, () -> file.change(values -> values.put(name, value)));
    }

    /** {@inheritDoc} Waits for the lock, and goes on without it as the class says; not at all if there is no file. */
    @Override
    public void remove(String name) {
        Checks.present("name", name);
        OnDisk.use("write", file, () -> file.isMissing() ? null : file.change(values -> values.remove(name)));
    }

    /** {@inheritDoc} One step for all who use the file, unless it has to go on without the lock as the class says. */
    @Override
    public String writeIfAbsent(String name, String value) {
        Checks.present("name", name);
        Checks.present("value", value);
        String existing = OnDisk.use("write", file, () -> file.change(values -> values.putIfAbsent(name, value)));
        return existing == null ? value : existing;
    }

    /** {@inheritDoc} One step for all who use the file, unless it has to go on without the lock as the class says. */
    @Override
    public boolean replace(String name, String expected, String value) {
        Checks.present("name", name);
        Checks.present("expected", expected);
        Checks.present("value", value);
        String before = OnDisk.use(
                "write",
                file,
                () -> file.change(values -> {
                    String found = values.get(name);
                    values.replace(name, expected, value);
                    return found;
                }));
        return expected.equals(before);
    }

    /** The file, not what is in it. */
    @Override
    public String toString() {
        return "FileSecretStore[" + file + "]";
    }
}
