package io.kraty.game;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages of the game, as its README draws them. */
@AnalyzeClasses(packages = "io.kraty.game", importOptions = ArchitectureTest.NoTests.class)
class ArchitectureTest {
    /** Wherever the build has put them. */
    static final class NoTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes");
        }
    }

    @ArchTest
    static final ArchRule theRoundKnowsNothing = classes()
            .that()
            .resideInAPackage("..round")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..round", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule theStateKnowsNoWindowAndNoHttp = noClasses()
            .that()
            .resideInAnyPackage("..state", "..online", "..round")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.badlogic..", "..ui", "..screen", "..debug", "..desktop");

    @ArchTest
    static final ArchRule onlyTheSetupKnowsTheHttpClient = noClasses()
            .that()
            .resideInAnyPackage("..state", "..screen", "..ui", "..round")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..");

    @ArchTest
    static final ArchRule pagesShowTheState = noClasses()
            .that()
            .resideInAnyPackage("..ui", "..screen")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..debug", "..desktop");
}
