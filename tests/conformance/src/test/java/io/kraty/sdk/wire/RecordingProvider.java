package io.kraty.sdk.wire;

import static io.kraty.sdk.wire.RecordingPath.real;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.StreamSupport;

/** Notes every access and passes it on. */
final class RecordingProvider extends FileSystemProvider {
    private final RecordingFileSystem system;
    private final FileSystemProvider machine;

    RecordingProvider(RecordingFileSystem system, FileSystemProvider machine) {
        this.system = system;
        this.machine = machine;
    }

    private Path touched(String operation, Path path) throws IOException {
        Path real = real(path);
        system.touch(operation, real);
        return real;
    }

    @Override
    public String getScheme() {
        return "recording";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return machine.newByteChannel(touched("newByteChannel", path), options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return machine.newFileChannel(touched("newFileChannel", path), options, attributes);
    }

    @Override
    public AsynchronousFileChannel newAsynchronousFileChannel(
            Path path, Set<? extends OpenOption> options, ExecutorService executor, FileAttribute<?>... attributes)
            throws IOException {
        return machine.newAsynchronousFileChannel(
                touched("newAsynchronousFileChannel", path), options, executor, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> content = machine.newDirectoryStream(
                touched("newDirectoryStream", directory), path -> filter.accept(system.path(path)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return StreamSupport.stream(content.spliterator(), false)
                        .map(system::path)
                        .iterator();
            }

            @Override
            public void close() throws IOException {
                content.close();
            }
        };
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        machine.createDirectory(touched("createDirectory", directory), attributes);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        machine.createSymbolicLink(touched("createSymbolicLink", link), real(target), attributes);
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return system.path(machine.readSymbolicLink(touched("readSymbolicLink", link)));
    }

    @Override
    public void delete(Path path) throws IOException {
        machine.delete(touched("delete", path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        machine.copy(touched("copy", source), real(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        machine.move(touched("move", source), real(target), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return machine.isSameFile(touched("isSameFile", one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return machine.isHidden(touched("isHidden", path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return machine.getFileStore(touched("getFileStore", path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        machine.checkAccess(touched("checkAccess", path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        system.note("getFileAttributeView", real(path));
        return machine.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return machine.readAttributes(touched("readAttributes", path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return machine.readAttributes(touched("readAttributes", path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        machine.setAttribute(touched("setAttribute", path), attribute, value, options);
    }
}
