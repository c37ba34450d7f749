package io.kraty.sdk.wire;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;

/**
 * The machine's file system, with a record of who touches it: hand {@link #path} to what is tested as its file or directory,
 * and every access says which thread made it. A {@link Hook} may stand in the way of each, to fail it or to hold it, as a
 * slow disk does.
 */
public final class RecordingFileSystem extends FileSystem {
    /** What may fail an access or hold it up. */
    @FunctionalInterface
    public interface Hook {
        void before(Access access) throws IOException;
    }

    /**
     * One access to the disk.
     *
     * @param operation the method of {@link FileSystemProvider}, or of {@link Path} ({@code toRealPath})
     * @param path what it is about; for a move or a copy, where it comes from
     * @param thread who made it
     */
    public record Access(String operation, Path path, Thread thread) {
        @Override
        public String toString() {
            return operation + " " + path.getFileName() + " on " + thread.getName();
        }
    }

    private final FileSystem machine = FileSystems.getDefault();
    private final RecordingProvider provider = new RecordingProvider(this, machine.provider());
    private final List<Access> accesses = new CopyOnWriteArrayList<>();
    private volatile Hook hook = access -> {};

    /** {@code path}, watched, and whatever is made from it. */
    public Path path(Path path) {
        return new RecordingPath(this, path);
    }

    /** Puts {@code hook} in the way of every access from here on. */
    public void before(Hook hook) {
        this.hook = hook;
    }

    /** Every access so far. */
    public List<Access> accesses() {
        return List.copyOf(accesses);
    }

    /** Every access so far by {@code thread}. */
    public List<Access> accessesOf(Thread thread) {
        return accesses.stream().filter(access -> access.thread() == thread).toList();
    }

    void touch(String operation, Path path) throws IOException {
        Access access = new Access(operation, path, Thread.currentThread());
        accesses.add(access);
        hook.before(access);
    }

    /** For what cannot be held up, because it may not throw. */
    void note(String operation, Path path) {
        accesses.add(new Access(operation, path, Thread.currentThread()));
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return machine.isReadOnly();
    }

    @Override
    public String getSeparator() {
        return machine.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return StreamSupport.stream(machine.getRootDirectories().spliterator(), false)
                .map(this::path)
                .toList();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return machine.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return machine.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return path(machine.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = machine.getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(RecordingPath.real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return machine.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return machine.newWatchService();
    }
}
