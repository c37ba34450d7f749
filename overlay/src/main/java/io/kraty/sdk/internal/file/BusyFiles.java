package io.kraty.sdk.internal.file;

import io.kraty.sdk.internal.concurrent.Timing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads and replaces files that others use at the same time. On Windows, whoever has a file open (a reader, a virus scanner)
 * makes others fail for a moment, so what failed is tried again for half a second.
 */
final class BusyFiles {
    private static final int MOST_TRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final byte[] NOTHING = {};

    private BusyFiles() {}

    /** All that is in {@code file}, or {@code most} bytes of it; null if there is none. */
    @SuppressWarnings("ReferenceEquality") // a file may be as empty as what stands for none
    static byte @Nullable [] read(Path file, int most) throws IOException, InterruptedException {
        byte[] found = persistently(() -> {
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, most);
            } catch (NoSuchFileException e) {
                return NOTHING;
            }
        });
        return found == NOTHING ? null : found;
    }

    /** {@code readNBytes}, which Android has had since API 33 only. */
    private static byte[] read(InputStream in, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        for (int count = 0; count >= 0 && all.size() < most; ) {
            count = in.read(some, 0, Math.min(some.length, most - all.size()));
            all.write(some, 0, Math.max(0, count));
        }
        return all.toByteArray();
    }

    /** Puts {@code from} in the place of {@code to}, in one step where the file system can. */
    static void move(Path from, Path to) throws IOException, InterruptedException {
        persistently(() -> {
            try {
                // Some systems replace only when told to, others never heard of that.
                return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                return Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    private static <T> T persistently(Access<T> access) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return access.run();
            } catch (FileSystemException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                Timing.system().sleep(PAUSE.multipliedBy(tries));
            }
        }
    }

    private interface Access<T> {
        T run() throws IOException;
    }
}
