package io.kraty.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * The public API of compiled classes as text: by package, a type with its members indented. What it says depends on the class files
 * alone, not on the Java that runs it.
 */
final class ApiDump {
    private static final int NO_CODE = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

    private final SortedMap<String, ClassNode> classes;
    private final Predicate<String> isOpen;

    private ApiDump(SortedMap<String, ClassNode> classes, Predicate<String> isOpen) {
        this.classes = classes;
        this.isOpen = isOpen;
    }

    /** What a jar or a directory of classes exports: what its module says, and without one all that is not in {@code internal}. */
    static String of(Path jarOrDirectory) throws IOException {
        SortedMap<String, ClassNode> classes = read(jarOrDirectory);
        ClassNode module = classes.remove("module-info");
        Set<String> exported = module == null
                ? Set.of()
                : module.module.exports.stream()
                        .filter(export -> export.modules == null || export.modules.isEmpty())
                        .map(export -> export.packaze)
                        .collect(Collectors.toSet());
        Predicate<String> isOpen =
                module == null ? name -> !List.of(name.split("/")).contains("internal") : exported::contains;
        return new ApiDump(classes, isOpen).text();
    }

    /** The same of single classes, as if they were all there is. */
    static String of(Class<?>... types) throws IOException {
        SortedMap<String, ClassNode> classes = new TreeMap<>();
        for (Class<?> type : types) {
            ClassNode node = new ClassNode();
            new ClassReader(type.getName()).accept(node, NO_CODE);
            classes.put(node.name, node);
        }
        return new ApiDump(classes, name -> true).text();
    }

    private static SortedMap<String, ClassNode> read(Path jarOrDirectory) throws IOException {
        if (Files.isDirectory(jarOrDirectory)) {
            return readIn(jarOrDirectory);
        }
        try (FileSystem jar = FileSystems.newFileSystem(jarOrDirectory)) {
            return readIn(jar.getPath("/"));
        }
    }

    private static SortedMap<String, ClassNode> readIn(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            SortedMap<String, ClassNode> classes = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(".class"))
                    .map(ApiDump::readClass)
                    .forEach(node -> classes.put(node.name, node));
            return classes;
        }
    }

    private static ClassNode readClass(Path file) {
        try {
            ClassNode node = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(node, NO_CODE);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        return classes.values().stream()
                .filter(this::isVisible)
                .collect(Collectors.groupingBy(type -> Names.packageOf(type.name), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> text(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String text(String name, List<ClassNode> types) {
        Names names = new Names(name);
        ClassNode info = classes.get(name + "/package-info");
        Stream<String> notes = info == null
                ? Stream.of()
                : new Notes(names).of(info.visibleAnnotations, info.invisibleAnnotations).stream();
        String head = notes.map(note -> "  " + note + "\n")
                .collect(Collectors.joining("", "package " + Names.full(name) + "\n", ""));
        // The second time, every name is known.
        text(names, types);
        String body = text(names, types);
        return head + names.imports().map(used -> "  import " + used + "\n").collect(Collectors.joining()) + body;
    }

    private String text(Names names, List<ClassNode> types) {
        return types.stream()
                .map(type ->
                        new ApiType(type, names, this::isHidden).lines().collect(Collectors.joining("\n", "\n", "\n")))
                .collect(Collectors.joining());
    }

    /** Whether it is of this API's own and not a part of it. */
    private boolean isHidden(String name) {
        ClassNode type = classes.get(name);
        return type != null && !isVisible(type);
    }

    private boolean isVisible(ClassNode type) {
        if (type.name.endsWith("package-info") || !isOpen.test(Names.packageOf(type.name))) {
            return false;
        }
        if (!ApiType.isNested(type)) {
            return (type.access & Opcodes.ACC_PUBLIC) != 0;
        }
        ClassNode outer = classes.get(type.name.substring(0, type.name.lastIndexOf('$')));
        return outer != null && ApiType.isVisibleIn(type, outer) && isVisible(outer);
    }
}
