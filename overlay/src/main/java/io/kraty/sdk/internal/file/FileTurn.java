package io.kraty.sdk.internal.file;

import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Timing;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The only one who changes a file: in this process, whichever copy of the SDK, and among all processes. Ends when it is
 * closed.
 *
 * <p>First the queue of the process, then the lock between processes, so that of a process only one ever has the lock file
 * open. On POSIX systems that is vital: closing any channel of a file drops every lock the process has on it, and a copy that
 * merely tried would take the lock away from the one that has it.
 */
public final class FileTurn implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private final JvmQueue queue;
    private @Nullable FileChannel channel;

    private FileTurn(JvmQueue queue) {
        this.queue = queue;
    }

    /**
     * Waits until nobody else changes the file.
     *
     * @param file the file, by its real name
     * @param patience how long to wait at most
     * @return null if somebody else kept it for that long, or if its place knows no locks
     */
    public static @Nullable FileTurn take(RealFile file, Duration patience, FileAttribute<?>... permissions)
            throws IOException, InterruptedException {
        Timing timing = Timing.system();
        long start = timing.nanoTime();
        JvmQueue queue = new JvmQueue(file.key());
        if (!queue.enter(patience)) {
            return null;
        }
        FileTurn turn = new FileTurn(queue);
        boolean taken = false;
        try {
            taken = turn.lock(file.sibling(".lock"), start + Durations.nanos(patience), timing, permissions);
            return taken ? turn : null;
        } finally {
            if (!taken) {
                turn.close();
            }
        }
    }

    private boolean lock(Path lockFile, long deadline, Timing timing, FileAttribute<?>... permissions)
            throws IOException, InterruptedException {
        FileChannel opened =
                FileChannel.open(lockFile, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), permissions);
        channel = opened;
        // Asked again and again: a wait for the lock itself cannot be limited.
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                if (isLocked(opened)) {
                    return true;
                }
            } catch (ClosedChannelException e) {
                throw e;
            } catch (IOException e) {
                return false; // a place without locks, as some network drives are
            }
            if (timing.nanoTime() - deadline >= 0) {
                return false;
            }
            timing.sleep(pause);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(); // until the channel closes
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // somebody in this process who does not know of the queue
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    @Override
    public void close() throws IOException {
        FileChannel opened = channel;
        try {
            if (opened != null) {
                opened.close();
            }
        } finally {
            queue.leave();
        }
    }
}
