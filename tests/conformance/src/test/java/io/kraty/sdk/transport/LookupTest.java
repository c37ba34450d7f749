package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What is looked up at run time is what shrinkers, GraalVM's native-image and Android's build cannot see. So nothing is, but for
 * what is listed here; a new one needs a reason, a way to do without, and a look at the rules in {@code src/main/keep}.
 */
class LookupTest {
    private static final Set<String> OF_CLASSES = Set.of("forName", "newInstance", "getEnumConstants");

    @Test
    void lookups_atRunTime_areTheListedOnes() {
        Set<String> found = new ClassFileImporter()
                .withImportOption(new Shipped()).importPackages("io.kraty.sdk", "io.kraty.api").stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(LookupTest::looksUp)
                        .map(LookupTest::line)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                Set.of(
                        // For Gson's own adapter of trees, which no reflection is behind.
                        "io.kraty.api.runtime.UnionAdapter$Held: com.google.gson.Gson.<init>",
                        "io.kraty.api.runtime.UnionAdapter$Held: com.google.gson.Gson.getAdapter",
                        // Virtual threads, from JDK 24 on: all of the JDK's, and ordinary threads where one is not
                        // found.
                        "io.kraty.sdk.internal.concurrent.Threads: java.lang.Class.forName",
                        "io.kraty.sdk.internal.concurrent.Threads: java.lang.Class.getMethod",
                        "io.kraty.sdk.internal.concurrent.Threads: java.lang.reflect.Method.invoke"),
                found);
    }

    private static boolean looksUp(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        return switch (owner) {
            case "java.lang.Class" ->
                OF_CLASSES.contains(name)
                        || (name.startsWith("get")
                                && name.matches("get(Declared|Method|Field|Constr|Resource|Record|Annot).*"));
            case "java.lang.System" -> name.startsWith("load");
            case "java.lang.Module" -> name.startsWith("getResource");
            default -> isOf(owner) || isByName(access);
        };
    }

    /** An enum's constant by its name; but for the method of each enum that compilers make. */
    private static boolean isByName(JavaAccess<?> access) {
        return access.getTargetOwner().isAssignableTo(Enum.class)
                && access.getName().equals("valueOf")
                && !access.getOrigin()
                        .getFullName()
                        .equals(access.getOriginOwner().getName() + ".valueOf(java.lang.String)");
    }

    /** Whose every use is one: also those that find the constants of an enum, or the fields of an object. */
    private static boolean isOf(String owner) {
        return owner.startsWith("java.lang.reflect.")
                || owner.startsWith("java.lang.invoke.")
                || owner.startsWith("sun.")
                || owner.startsWith("jdk.")
                || owner.startsWith("com.google.gson.Gson")
                || owner.startsWith("com.google.gson.reflect.")
                || Set.of(
                                "java.lang.ClassLoader",
                                "java.util.ServiceLoader",
                                "java.util.ResourceBundle",
                                "java.util.EnumSet",
                                "java.util.EnumMap",
                                "java.io.ObjectInputStream",
                                "java.io.ObjectOutputStream")
                        .contains(owner);
    }

    private static String line(JavaAccess<?> access) {
        JavaClass from = access.getOriginOwner();
        return from.getName() + ": " + access.getTargetOwner().getName() + "." + access.getName();
    }
}
