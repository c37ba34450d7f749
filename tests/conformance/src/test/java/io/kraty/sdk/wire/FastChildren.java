package io.kraty.sdk.wire;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

/**
 * Child processes that start in a fraction of the time: their classes are shared, from an archive that the
 * first of them leaves. That takes a class path without directories, so these are packed.
 */
public final class FastChildren implements AutoCloseable {
    private final Class<?> main;
    private final List<String> options;
    private final String classPath;

    private FastChildren(Class<?> main, List<String> options, String classPath) {
        this.main = main;
        this.options = options;
        this.classPath = classPath;
    }

    /** Packs and archives in {@code directory}; the first child ends at an empty line. */
    public static FastChildren of(Class<?> main, Path directory, String... arguments) throws Exception {
        Path cache = Files.createDirectories(directory.resolve("classes"));
        String classPath =
                packed(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), cache);
        Path archive = cache.resolve("classes.jsa");
        List<String> common = List.of("-Xmx160m", "-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error:stderr");
        List<String> training = new ArrayList<>(common);
        training.add("-XX:ArchiveClassesAtExit=" + archive);
        List<String> words = new ArrayList<>(List.of(arguments));
        words.add(directory.toString());
        ChildJvm first = ChildJvm.start(training, classPath, main, words.toArray(String[]::new));
        first.say("").exitCode();
        List<String> options = new ArrayList<>(common);
        if (Files.exists(archive)) {
            options.add("-XX:SharedArchiveFile=" + archive);
        }
        return new FastChildren(main, options, classPath);
    }

    public ChildJvm start(String... arguments) throws IOException {
        return ChildJvm.start(options, classPath, main, arguments);
    }

    private static String packed(String classPath, Path directory) throws IOException {
        Set<String> elements = new LinkedHashSet<>();
        for (String element : classPath.split(File.pathSeparator, -1)) {
            Path path = Path.of(element);
            if (Files.isDirectory(path)) {
                elements.add(pack(path, directory.resolve("packed-" + elements.size() + ".jar"))
                        .toString());
            } else if (Files.exists(path)) {
                elements.add(element);
            }
        }
        return String.join(File.pathSeparator, elements);
    }

    private static Path pack(Path directory, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(directory)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new ZipEntry(directory.relativize(path).toString().replace(File.separatorChar, '/')));
                Files.copy(path, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    @Override
    public void close() {
        // What is in the directory goes with it.
    }
}
