package io.kraty.game.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The table is complete: whatever the clients can do is in it, by the overload that takes most. */
class CoverageTest {
    /** Not in the table, each for a reason. */
    private static final Set<String> EXEMPT = Set.of(
            "KratyView.trackPurchase", // purchases().track under another name
            "KratyView.as", // with(RequestOptions.as(…)), which every row takes
            "KratyView.async",
            "KratyView.runAsync"); // how the panel makes all of them

    @Test
    void everyMethodIsInTheTable() throws IOException {
        Map<String, Integer> used = used(Operations.class, Operation.class);
        Set<String> missing = new TreeSet<>();
        int seen = 0;
        for (Class<?> client : clients()) {
            for (Method method : client.getDeclaredMethods()) {
                String name = client.getSimpleName() + "." + method.getName();
                if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && !EXEMPT.contains(name)) {
                    seen++;
                    if (used.getOrDefault(name, -1) < method.getParameterCount()) {
                        missing.add(name + " with " + method.getParameterCount());
                    }
                }
            }
        }

        assertEquals(Set.of(), missing);
        assertTrue(seen > 100, "the clients were not found, only " + seen + " methods of them");
    }

    private static List<Class<?>> clients() {
        Stream<Class<?>> areas = Arrays.stream(KratyView.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .<Class<?>>map(Method::getReturnType)
                .filter(type -> type.getSimpleName().endsWith("Client"));
        return Stream.concat(Stream.of(KratyView.class), areas).distinct().toList();
    }

    /** What these classes call, and how many arguments they give at most. */
    private static Map<String, Integer> used(Class<?>... callers) throws IOException {
        Map<String, Integer> used = new TreeMap<>();
        MethodVisitor calls = new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                note(owner, name, descriptor);
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof Handle handle) {
                        note(handle.getOwner(), handle.getName(), handle.getDesc());
                    }
                }
            }

            private void note(String owner, String name, String descriptor) {
                String type = owner.substring(owner.lastIndexOf('/') + 1);
                String declaring = type.equals(Kraty.class.getSimpleName()) ? KratyView.class.getSimpleName() : type;
                if (descriptor.startsWith("(")) {
                    used.merge(declaring + "." + name, Type.getArgumentTypes(descriptor).length, Math::max);
                }
            }
        };
        for (Class<?> caller : callers) {
            try (InputStream in = caller.getResourceAsStream(caller.getSimpleName() + ".class")) {
                new ClassReader(in)
                        .accept(
                                new ClassVisitor(Opcodes.ASM9) {
                                    @Override
                                    public MethodVisitor visitMethod(
                                            int access,
                                            String name,
                                            String descriptor,
                                            String signature,
                                            String[] thrown) {
                                        return calls;
                                    }
                                },
                                ClassReader.SKIP_DEBUG);
            }
        }
        return used;
    }
}
