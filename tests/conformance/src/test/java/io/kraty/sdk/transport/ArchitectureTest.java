package io.kraty.sdk.transport;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows point down, and what must be owned by tests is reached through one door. */
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new Shipped()).importPackages("io.kraty");
    private static final Set<String> TIME_AND_CHANCE = Set.of(
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.lang.Thread.sleep",
            "java.lang.Math.random",
            "java.util.concurrent.ThreadLocalRandom.current");

    @Test
    void classes_underTest_areThere() {
        assertFalse(sdk().isEmpty());
        assertFalse(CLASSES.that(resideInAPackage("io.kraty.api..")).isEmpty());
    }

    @Test
    void generatedCode_knowsNothingOfTheOverlay() {
        noClasses()
                .that()
                .resideInAPackage("io.kraty.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.kraty.sdk..")
                .check(CLASSES);
    }

    /** But for its JUnit extension, which hands out clients. */
    @Test
    void sandbox_knowsNothingOfTheOverlay() {
        noClasses()
                .that()
                .resideInAPackage("io.kraty.sandbox..")
                .and()
                .resideOutsideOfPackage("io.kraty.sandbox.junit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.kraty.sdk..")
                .check(CLASSES);
    }

    /** What a package needs stands below it, and never above again. */
    @Test
    void packages_ofTheSdk_formNoCircle() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return type.getPackageName().startsWith("io.kraty.sdk")
                                ? SliceIdentifier.of(type.getPackageName())
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "packages of the SDK";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void timeAndChance_comeFromOneClass() {
        DescribedPredicate<JavaMethodCall> direct =
                DescribedPredicate.describe("ask the machine for time or chance", call -> {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getName();
                    return TIME_AND_CHANCE.contains(owner + "." + name)
                            || (owner.equals(Instant.class.getName()) && name.equals("now"))
                            || owner.equals(Clock.class.getName())
                            || (owner.equals(TimeUnit.class.getName()) && name.equals("sleep"));
                });

        noClasses()
                .that()
                .resideInAPackage("io.kraty.sdk..")
                .and()
                .doNotHaveSimpleName("SystemTiming")
                .should()
                .callMethodWhere(direct)
                .check(CLASSES);
        assertFalse(
                sdk().stream().flatMap(c -> c.getMethodCallsFromSelf().stream()).noneMatch(direct),
                "the rule sees what SystemTiming does");
    }

    @Test
    void work_neverRunsOnTheCommonPool() {
        DescribedPredicate<JavaMethodCall> common = DescribedPredicate.describe("use the common pool", call -> {
            JavaClass owner = call.getTargetOwner();
            boolean hop = owner.isAssignableTo(CompletableFuture.class)
                    && call.getName().endsWith("Async")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isAssignableTo(Executor.class));
            return hop
                    || (owner.isEquivalentTo(ForkJoinPool.class)
                            && call.getName().equals("commonPool"))
                    || call.getName().equals("parallelStream");
        });

        noClasses()
                .that()
                .resideInAPackage("io.kraty.sdk..")
                .should()
                .callMethodWhere(common)
                .check(CLASSES);
    }

    @Test
    void paths_ofTheApi_areKnownToGeneratedCodeOnly() throws IOException {
        assertEquals(
                List.of(), texts(sdk()).filter(text -> text.startsWith("/sdk/")).toList());
        assertFalse(
                texts(CLASSES.that(resideInAPackage("io.kraty.api"))).noneMatch(text -> text.startsWith("/sdk/")),
                "the scan sees the generated paths");
    }

    @Test
    void publicApi_showsNoForeignTypeButTheHttpClient() {
        Set<String> foreign = new TreeSet<>();
        for (JavaClass type : sdk()) {
            if (!type.getPackageName().startsWith("io.kraty.sdk.internal") && isVisible(type)) {
                type.getMembers().stream()
                        .filter(ArchitectureTest::isVisible)
                        .flatMap(ArchitectureTest::types)
                        .filter(name -> !isOurs(name))
                        .forEach(name -> foreign.add(name + " in " + type.getSimpleName()));
            }
        }

        assertEquals(Set.of("okhttp3.OkHttpClient in Builder"), foreign);
    }

    private static JavaClasses sdk() {
        return CLASSES.that(resideInAPackage("io.kraty.sdk.."));
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<String> types(JavaMember member) {
        Stream<JavaClass> types = member instanceof JavaCodeUnit unit
                ? Stream.concat(
                        unit.getReturnType().getAllInvolvedRawTypes().stream(),
                        unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                : member.getAllInvolvedRawTypes().stream();
        return types.map(JavaClass::getBaseComponentType)
                .filter(type -> !type.isPrimitive())
                .map(JavaClass::getName);
    }

    private static boolean isOurs(String type) {
        return type.startsWith("java.")
                || type.startsWith("javax.crypto.")
                || type.startsWith("io.kraty.api.")
                || (type.startsWith("io.kraty.sdk.") && !type.startsWith("io.kraty.sdk.internal."));
    }

    /** Every text in the constant pools of {@code classes}. */
    private static Stream<String> texts(JavaClasses classes) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JavaClass type : classes) {
            try (DataInputStream in = new DataInputStream(
                    type.getSource().orElseThrow().getUri().toURL().openStream())) {
                in.skipBytes(8);
                int count = in.readUnsignedShort();
                for (int i = 1; i < count; i++) {
                    int tag = in.readUnsignedByte();
                    switch (tag) {
                        case 1 -> texts.add(in.readUTF());
                        case 7, 8, 16, 19, 20 -> in.readUnsignedShort();
                        case 15 -> in.skipNBytes(3);
                        case 5, 6 -> {
                            in.readLong();
                            i++;
                        }
                        default -> in.readInt();
                    }
                }
            }
        }
        return texts.stream();
    }
}
