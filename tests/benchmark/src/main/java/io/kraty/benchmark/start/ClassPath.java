package io.kraty.benchmark.start;

import com.google.gson.Gson;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.Kraty;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.Buffer;

/** What a game ships: jars only, as an archive of classes wants it, and none that it does not need. */
final class ClassPath {
    private static final List<Class<?>> LIBRARIES = List.of(OkHttpClient.class, Buffer.class, Unit.class, Gson.class);

    private final Path folder;
    private final Path game;

    /** Keeps jars that it has to make in {@code folder}. */
    ClassPath(Path folder) throws IOException {
        this.folder = folder;
        this.game = jar(ClassPath.class);
    }

    /** The programs here, what they use, and the SDK. */
    String withSdk() throws IOException {
        Set<Path> all = new LinkedHashSet<>(List.of(game));
        all.addAll(ours());
        all.addAll(libraries());
        return joined(all);
    }

    /** The same without the SDK. */
    String withoutSdk() throws IOException {
        Set<Path> all = new LinkedHashSet<>(List.of(game));
        all.addAll(libraries());
        return joined(all);
    }

    /** The jars of the SDK. */
    List<Path> ours() throws IOException {
        return List.of(jar(Kraty.class), jar(ApiRequest.class));
    }

    private List<Path> libraries() throws IOException {
        Set<Path> jars = new LinkedHashSet<>();
        for (Class<?> each : LIBRARIES) {
            jars.add(jar(each));
        }
        return List.copyOf(jars);
    }

    private static String joined(Set<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private Path jar(Class<?> of) throws IOException {
        Path place;
        try {
            place = Path.of(
                    of.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        return Files.isDirectory(place) ? packed(place, folder.resolve(of.getSimpleName() + ".jar")) : place;
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        if (Files.exists(jar)) {
            return jar;
        }
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            all.filter(Files::isRegularFile).sorted().forEach(each -> {
                try {
                    out.putNextEntry(
                            new ZipEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
                    Files.copy(each, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return jar;
    }
}
