package io.kraty.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.CollectOptions;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyLobbyClosedException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.live.InventoryListener;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.InventoryStreamOptions;
import io.kraty.sdk.live.LeaderboardListener;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.live.PollLobbyOptions;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.live.StartWhenReadyOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The tour shows the whole surface: whatever a game can call is called somewhere in it. */
class CoverageTest {
    /** Not shown, each for a reason. */
    private static final Set<String> EXEMPT = Set.of(
            // Would reach for the real platform: the tour has to be told which backend it may play on.
            name(Kraty.class) + ".create(Ljava/lang/String;)");

    /** What the game put into these itself; only the SDK reads it back. */
    private static final Set<Class<?>> SETTINGS = Set.of(
            CollectOptions.class,
            InventoryStreamOptions.class,
            KratyRetryConfig.class,
            LeaderboardJoinOptions.class,
            PollLobbyOptions.class,
            PollPendingGrantsOptions.class,
            StartWhenReadyOptions.class);

    /** Types whose behaviour another type of the SDK declares. */
    private static final Set<Class<?>> HEIRS = Set.of(
            InventoryListener.class,
            InventoryStream.class,
            Kraty.class,
            LeaderboardListener.class,
            LeaderboardStream.class);

    /** Made by the SDK, and by tests of a game, but not by a game. */
    private static final Set<Class<?>> MADE_BY_THE_SDK = Set.of(
            KratyAnswerTooLargeException.class,
            KratyApiException.Builder.class,
            KratyLobbyClosedException.class,
            KratyNetworkException.class,
            KratySecretStoreException.class,
            KratyTimeoutException.class);

    @Test
    void everyPublicMethodOfTheSdkIsUsed() throws Exception {
        Set<String> used = used();
        Set<String> missing = new TreeSet<>();
        int seen = 0;
        for (Class<?> type : surface()) {
            for (Executable member : members(type)) {
                seen++;
                if (!isUsed(member, used) && !isExempt(member)) {
                    missing.add(id(type, member));
                }
            }
        }

        assertEquals(Set.of(), missing);
        assertTrue(seen > 150, "the surface was not found, only " + seen + " members of it");
    }

    @Test
    void nothingIsExemptThatDoesNotExist() throws Exception {
        Set<String> existing = new HashSet<>();
        for (Class<?> type : surface()) {
            members(type).forEach(member -> existing.add(id(type, member)));
        }

        assertTrue(existing.containsAll(EXEMPT), "not there any more: " + EXEMPT);
    }

    /**
     * Also by way of another type: a store that is used as a {@code SecretStore} is used, and so is what all streams can do
     * when one of them does it.
     */
    private static boolean isUsed(Executable member, Set<String> used) {
        Class<?> declaring = member.getDeclaringClass();
        Stream<Class<?>> related = Stream.concat(supertypes(declaring), subtypes(declaring));
        return Stream.concat(Stream.of(declaring), related).anyMatch(type -> used.contains(id(type, member)));
    }

    private static Stream<Class<?>> subtypes(Class<?> type) {
        return HEIRS.stream().filter(heir -> !heir.equals(type) && type.isAssignableFrom(heir));
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .filter(parent -> parent.getName().startsWith("io.kraty.sdk."));
    }

    private static boolean isExempt(Executable member) {
        Class<?> type = member.getDeclaringClass();
        boolean isAccessor = type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(member));
        return EXEMPT.contains(id(type, member))
                || (SETTINGS.contains(type) && (isAccessor || member instanceof Constructor))
                || (MADE_BY_THE_SDK.contains(type) && (member instanceof Constructor || isBuilder(type)))
                || (type.equals(KratyApiException.class) && member.getName().equals("builder"))
                // Records of what happened are handed out, not made.
                || (type.isRecord() && member instanceof Constructor)
                || (type.isEnum() && Set.of("values", "valueOf").contains(member.getName()));
    }

    private static boolean isBuilder(Class<?> type) {
        return type.getSimpleName().equals("Builder");
    }

    /** The public types of the package, nested ones included. */
    private static List<Class<?>> surface() throws IOException, URISyntaxException, ClassNotFoundException {
        List<Class<?>> surface = new ArrayList<>();
        for (String file : classFiles(Kraty.class, "io/kraty/sdk")) {
            Class<?> type = Class.forName("io.kraty.sdk." + file.replace(".class", ""));
            if (isPublic(type)) {
                surface.add(type);
            }
        }
        return surface;
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
    }

    private static List<Executable> members(Class<?> type) {
        Stream<Method> methods =
                Arrays.stream(type.getDeclaredMethods()).filter(method -> !method.isSynthetic() && !isOfObject(method));
        return Stream.concat(methods, Arrays.stream(type.getDeclaredConstructors()))
                .filter(member -> Modifier.isPublic(member.getModifiers()))
                .map(Executable.class::cast)
                .toList();
    }

    private static boolean isOfObject(Method method) {
        return Set.of("toString", "hashCode", "equals").contains(method.getName());
    }

    /** What the compiled tour calls, refers to or implements. */
    private static Set<String> used() throws IOException, URISyntaxException {
        Set<String> used = new HashSet<>();
        for (String file : classFiles(Main.class, "io/kraty/sample")) {
            try (InputStream in = Main.class.getResourceAsStream(file)) {
                new ClassReader(in).accept(new References(used), ClassReader.SKIP_DEBUG);
            }
        }
        return used;
    }

    /** The class files of one package, from wherever {@code member} of it was loaded. */
    private static List<String> classFiles(Class<?> member, String directory) throws IOException, URISyntaxException {
        URI place = member.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (!place.getPath().endsWith(".jar")) {
            return classFiles(Path.of(place).resolve(directory));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(place), Map.of())) {
            return classFiles(jar.getPath(directory));
        }
    }

    private static List<String> classFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("-info"))
                    .toList();
        }
    }

    private static String id(Class<?> type, Executable member) {
        return member instanceof Method method
                ? id(name(type), method.getName(), Type.getMethodDescriptor(method))
                : id(name(type), "<init>", Type.getConstructorDescriptor((Constructor<?>) member));
    }

    /** Without the result, which an implementation may narrow. */
    private static String id(String type, String method, String descriptor) {
        return type + "." + method + descriptor.substring(0, descriptor.indexOf(')') + 1);
    }

    private static String name(Class<?> type) {
        return Type.getInternalName(type);
    }

    private static final class References extends ClassVisitor {
        private final Set<String> used;
        private List<String> implemented = List.of();

        References(Set<String> used) {
            super(Opcodes.ASM9);
            this.used = used;
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            implemented = List.of(interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            implemented.forEach(type -> used.add(id(type, method, descriptor)));
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String name, String descriptor, boolean isInterface) {
                    used.add(id(owner, name, descriptor));
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String name, String descriptor, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle
                                && handle.getDesc().startsWith("(")) {
                            used.add(id(handle.getOwner(), handle.getName(), handle.getDesc()));
                        }
                    }
                }
            };
        }
    }
}
