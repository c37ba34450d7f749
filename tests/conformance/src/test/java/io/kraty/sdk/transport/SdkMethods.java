package io.kraty.sdk.transport;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.Polling;
import io.kraty.sdk.internal.engine.Wiring;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public methods of the SDK, and what each comes down to according to its bytecode. */
public final class SdkMethods {
    private static final JavaClasses SDK =
            new ClassFileImporter().withImportOption(new Shipped()).importPackages("io.kraty.sdk");
    private static final Set<String> ROWS = rows();

    private SdkMethods() {}

    /**
     * Where a method leads.
     *
     * @param name with its class and parameters, for people
     * @param method the same for machines
     * @param isRow whether a row of the table calls it
     * @param rows methods with a row of their own that it calls, however indirectly
     * @param endpoints operations of the API description that it calls past them
     */
    public record Reach(String name, String method, boolean isRow, Set<String> rows, Set<String> endpoints) {
        /** Whether the table says what it calls. */
        public boolean isCovered() {
            return isRow || (!rows.isEmpty() && endpoints.isEmpty());
        }
    }

    /** Those a game makes calls with. */
    public static List<Reach> ofTheSdk() {
        return SDK.stream().filter(SdkMethods::isClient).flatMap(SdkMethods::of).toList();
    }

    /** Those of another class. */
    static List<Reach> of(Class<?> type) {
        return of(new ClassFileImporter().importClasses(type).get(type)).toList();
    }

    /** The full names of the methods that a class calls. */
    public static Set<String> called(Class<?>... types) {
        return new ClassFileImporter()
                .importClasses(types).stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .flatMap(SdkMethods::targets)
                        // Called on a Kraty, a method of the view behind it is the view's.
                        .map(target -> target.resolveMember()
                                .map(JavaCodeUnit::getFullName)
                                .orElse(target.getFullName()))
                        .collect(Collectors.toSet());
    }

    private static Set<String> rows() {
        Set<String> rows = called(Operation.class);
        rows.retainAll(SDK.stream()
                .filter(SdkMethods::isClient)
                .flatMap(SdkMethods::calls)
                .map(JavaMethod::getFullName)
                .collect(Collectors.toSet()));
        return rows;
    }

    private static boolean isClient(JavaClass type) {
        return isArea(type)
                || type.isEquivalentTo(Kraty.class)
                || type.isEquivalentTo(KratyView.class)
                || type.isEquivalentTo(Polling.class);
    }

    private static Stream<Reach> of(JavaClass type) {
        return calls(type).map(SdkMethods::reach);
    }

    /** The public methods of a type, without those that lead to an area of the SDK. */
    private static Stream<JavaMethod> calls(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method -> !method.getRawParameterTypes().isEmpty() || !isArea(method.getRawReturnType()));
    }

    private static boolean isArea(JavaClass type) {
        return type.getPackageName().equals("io.kraty.sdk")
                && type.getSimpleName().endsWith("Client");
    }

    private static Reach reach(JavaMethod method) {
        Set<String> rows = new TreeSet<>();
        Set<String> endpoints = new TreeSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> left = new ArrayDeque<>(List.of(method));
        while (!left.isEmpty()) {
            JavaCodeUnit unit = left.pop();
            if (!seen.add(unit)) {
                continue;
            }
            targets(unit).forEach(target -> {
                if (isEndpoint(target)) {
                    endpoints.add(target.getName());
                } else if (ROWS.contains(target.getFullName())) {
                    rows.add(target.getFullName());
                } else if (!isWiring(target)) {
                    resolved(target, method.getOwner()).forEach(left::push);
                }
            });
        }
        return new Reach(name(method), method.getFullName(), ROWS.contains(method.getFullName()), rows, endpoints);
    }

    /** What it calls and refers to, inside of lambdas too. */
    private static Stream<CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getCallsFromSelf().stream().map(JavaCall::getTarget),
                unit.getCodeUnitReferencesFromSelf().stream().map(JavaCodeUnitReference::getTarget));
    }

    /** What is made for the first of all calls leads everywhere, and calls nothing. */
    private static boolean isWiring(CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(Wiring.class);
    }

    private static boolean isEndpoint(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().equals("io.kraty.api")
                && target.getOwner().getSimpleName().endsWith("Api");
    }

    /** The code behind a target in the SDK or in {@code start}. */
    private static Stream<JavaCodeUnit> resolved(CodeUnitAccessTarget target, JavaClass start) {
        JavaClass owner = target.getOwner().isEquivalentTo(start.reflect())
                ? start
                : SDK.contain(target.getOwner().getName())
                        ? SDK.get(target.getOwner().getName())
                        : null;
        return owner == null
                ? Stream.of()
                : owner.getCodeUnits().stream()
                        .filter(unit -> unit.getFullName().equals(target.getFullName()));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName()
                + method.getRawParameterTypes().stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
