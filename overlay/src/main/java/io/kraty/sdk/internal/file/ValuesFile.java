package io.kraty.sdk.internal.file;

import com.google.gson.JsonParseException;
import io.kraty.api.runtime.Json;
import io.kraty.sdk.internal.log.Log;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Named texts in a file that several use at the same time. Readers see the content of before or after a change; changes come
 * one after the other, as long as the lock can be had. Thread-safe.
 */
public final class ValuesFile {
    private static final Log LOG = Log.of("store");
    private static final int MOST_COLLISIONS = 10;
    private static final int SHORTER_WHEN_STUCK = 10;

    private final Path file;
    private final Duration patience;
    private final int mostBytes;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final AtomicBoolean warnedOfNothing = new AtomicBoolean();
    private volatile boolean lockIsStuck;

    /**
     * Does not look at the disk.
     *
     * @param patience how long a change waits for the lock
     * @param mostBytes it is never made as large as that
     */
    public ValuesFile(Path file, Duration patience, int mostBytes) {
        this.file = file.toAbsolutePath();
        this.patience = patience;
        this.mostBytes = mostBytes;
    }

    /** Whether there is nothing to read or to remove. */
    public boolean isMissing() {
        return Files.notExists(file);
    }

    /** The text under {@code name}; null if there is none. Waits for nobody. */
    public @Nullable String read(String name) throws IOException, InterruptedException {
        Map<String, String> values = parse(BusyFiles.read(file, mostBytes));
        // If it is damaged, it is looked at again and moved away when nobody is about to replace it.
        return values != null ? values.get(name) : change(current -> current.get(name));
    }

    /**
     * Lets {@code change} change the texts. It may be asked several times, each time with what is there then.
     *
     * @return what {@code change} returned
     */
    public @Nullable String change(Function<Map<String, String>, @Nullable String> change)
            throws IOException, InterruptedException {
        RealFile real = RealFile.of(file, OwnerOnly.directories(file));
        // Who hangs once hangs for long: what follows, such as the rest of a registration, does not wait in full again.
        Duration wait = lockIsStuck ? patience.dividedBy(SHORTER_WHEN_STUCK) : patience;
        try (FileTurn turn = FileTurn.take(real, wait, OwnerOnly.files(file))) {
            lockIsStuck = turn == null;
            if (turn == null && warned.compareAndSet(false, true)) {
                LOG.get()
                        .log(
                                Level.WARNING,
                                "the lock of {0} cannot be had: somebody else keeps it, or its place knows no locks;"
                                        + " the file is changed without it",
                                file);
            }
            return change(real, change);
        }
    }

    /** Lets {@code change} change the text under {@code name}; null stands for none. It may be asked several times. */
    public @Nullable String update(String name, UnaryOperator<@Nullable String> change)
            throws IOException, InterruptedException {
        return change(values -> {
            String after = change.apply(values.get(name));
            return after == null ? values.remove(name) : values.put(name, after);
        });
    }

    private @Nullable String change(RealFile real, Function<Map<String, String>, @Nullable String> change)
            throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            byte @Nullable [] found = BusyFiles.read(real.path(), mostBytes);
            Map<String, String> before = parse(found);
            if (before == null) {
                moveAside(real);
                before = Map.of();
                found = null;
            }
            Map<String, String> after = new LinkedHashMap<>(before);
            String result = change.apply(after);
            // Without the lock, somebody may have come in between; with it, somebody who does not have it.
            boolean careful = tries < MOST_COLLISIONS;
            if (after.equals(before) || replace(real, careful, found, after)) {
                return result;
            }
        }
    }

    /**
     * Null if it is not ours, or damaged.
     *
     * @throws IOException if it may be ours, and is too large to be read: what is in it must not be taken for lost
     */
    private @Nullable Map<String, String> parse(byte @Nullable [] content) throws IOException {
        if (content == null) {
            return Map.of();
        }
        if (content.length == 0) { // made by somebody else for us; or all that a broken disk has left
            if (warnedOfNothing.compareAndSet(false, true)) {
                LOG.get().log(Level.WARNING, "{0} is empty, as no file is that was written here; it starts anew", file);
            }
            return Map.of();
        }
        if (content.length == mostBytes) { // there is more of it
            if (content[0] == '{' && content[1] == '"') {
                throw new IOException("it is larger than " + mostBytes + " bytes, so it was left alone");
            }
            return null;
        }
        try {
            Map<String, String> values = Json.map(Json.STRING).fromJson(new String(content, StandardCharsets.UTF_8));
            return values == null ? Map.of() : values;
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return null;
        }
    }

    /** Kept rather than overwritten: it may be all that is left of an account. */
    private void moveAside(RealFile real) throws IOException, InterruptedException {
        Path aside = real.sibling(".damaged");
        for (int i = 2; Files.exists(aside); i++) {
            aside = real.sibling(".damaged-" + i);
        }
        BusyFiles.move(real.path(), aside);
        LOG.get().log(Level.WARNING, "{0} is damaged; it was moved to {1}, and what it held starts anew", new Object[] {
            file, aside
        });
    }

    /** Puts {@code values} in the place of {@code expected}; false if {@code careful} and something else is there. */
    private boolean replace(RealFile real, boolean careful, byte @Nullable [] expected, Map<String, String> values)
            throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.wrap(Json.map(Json.STRING).toJson(values).getBytes(StandardCharsets.UTF_8));
        if (bytes.remaining() >= mostBytes) { // it could not be read any more
            throw new IOException("it would become larger than " + mostBytes + " bytes, so it was left as it is");
        }
        Path next = Files.createTempFile(
                RealFile.directory(real.path()), real.path().getFileName().toString(), ".tmp", OwnerOnly.files(file));
        try {
            OwnerOnly.restrict(next);
            try (FileChannel out = FileChannel.open(next, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            if (careful && !Arrays.equals(expected, BusyFiles.read(real.path(), mostBytes))) {
                return false;
            }
            BusyFiles.move(next, real.path());
            return true;
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** The file, not what is in it. */
    @Override
    public String toString() {
        return file.toString();
    }
}
