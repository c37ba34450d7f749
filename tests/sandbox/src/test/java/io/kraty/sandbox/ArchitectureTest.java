package io.kraty.sandbox;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows between the packages point down: none knows one that knows it, over however many others. */
class ArchitectureTest {
    private static final String ROOT = "io.kraty.sandbox";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(ROOT);

    @Test
    void packages_formNoCircle() {
        slices().assignedFrom(new Layers()).should().beFreeOfCycles().check(CLASSES);
    }

    /** What a game's tests hold in their hands stands below everything; how it came about is for others to know. */
    @Test
    void publicValues_knowNothingOfHowTheyComeAbout() {
        Set<String> known = CLASSES.stream()
                .filter(type -> Layers.of(type).equals(Layers.VALUES))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(name -> name.startsWith(ROOT + "."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(ROOT + ".internal.form"), known);
    }

    @Test
    void layers_underTest_areThere() {
        Set<String> found = CLASSES.stream().map(Layers::of).collect(Collectors.toSet());

        assertTrue(
                found.containsAll(Set.of(Layers.VALUES, Layers.FACADE, ROOT + ".internal.game.events")),
                found::toString);
    }

    /**
     * A package is a layer. The public one alone holds two, and the door of a third: it is one package for those who use
     * it, with the values at the bottom of the sandbox and what starts one at the top.
     */
    private static final class Layers implements SliceAssignment {
        static final String VALUES = ROOT + " (values)";
        static final String FACADE = ROOT + " (facade)";

        static String of(JavaClass type) {
            if (!type.getPackageName().equals(ROOT)) {
                return type.getPackageName();
            }
            String name = type.getName().substring(ROOT.length() + 1).replaceAll("\\$.*", "");
            return switch (name) {
                case "KratySandbox", "Game" -> FACADE;
                case "Main" -> ROOT + ".internal.cli";
                default -> VALUES;
            };
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(of(type));
        }

        @Override
        public String getDescription() {
            return "the packages of the sandbox";
        }
    }
}
