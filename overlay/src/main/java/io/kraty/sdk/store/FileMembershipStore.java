package io.kraty.sdk.store;

import io.kraty.api.runtime.Checks;
import io.kraty.sdk.internal.file.OnDisk;
import io.kraty.sdk.internal.file.ValuesFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps memberships in one small file, as safe from crashes, and to be shared with others, as {@link FileSecretStore} is; not
 * in the same file as one of those. Thread-safe.
 *
 * <p>Each change writes the whole file: made for the few players of one device. What plays for thousands at a time brings a
 * store of its own.
 *
 * <p>All methods but {@link #toString} use the disk and may block for as long as it does. An interrupt ends the wait for a
 * lock: the method throws {@link UncheckedIOException}, the file is as it was, and the thread stays interrupted.
 *
 * @since 0.1.0
 */
public final class FileMembershipStore implements MembershipStore {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    // Hundreds of full standings that nobody came for.
    private static final int MOST_BYTES = 32 << 20;

    private final ValuesFile file;

    /**
     * Uses {@code file}, which need not exist yet; missing directories are made when something is first written. Does not
     * touch the disk.
     *
     * @param file where to keep memberships, for example in {@code Context.getFilesDir()} on Android
     */
    public FileMembershipStore(Path file) {
        this.file = new ValuesFile(Checks.present("file", file), PATIENCE, MOST_BYTES);
    }

    /** {@inheritDoc} Waits for no lock, since the file is only ever replaced whole. */
    @Override
    public @Nullable String read(String name) {
        Checks.present("name", name);
        return OnDisk.use("read", file, () -> file.read(name));
    }

    /** {@inheritDoc} Waits for the lock, for 5 s at most. */
    @Override
    public void update(String name, UnaryOperator<@Nullable String> change) {
        Checks.present("name", name);
        Checks.present("change", change);
        OnDisk.use("write", file, () -> file.update(name, change));
    }

    /** The file, not what is in it. */
    @Override
    public String toString() {
        return "FileMembershipStore[" + file + "]";
    }
}
