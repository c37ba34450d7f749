package io.kraty.sdk.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.wire.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A game plays over every surface, well and badly, in a process of its own whose every word is heard: neither a key nor the
 * secret of a player is in any of it. The store alone holds what it is for.
 */
class EverySurfaceTest {
    /** Public types whose text no session gets to see, each for a reason. */
    private static final Set<String> NOT_MET = Set.of(
            // Hold nothing but a grant, a lobby or a board as the platform told it, or the name of one.
            "io.kraty.sdk.CollectProgress",
            "io.kraty.sdk.live.ConfiguredBoardRef",
            "io.kraty.sdk.live.EventBoardRef",
            "io.kraty.sdk.live.FinalizationResult",
            "io.kraty.sdk.live.LobbyProgress",
            // Hold an exception besides, or its text: those were looked at by themselves.
            "io.kraty.sdk.CollectAllResult$Failure",
            "io.kraty.sdk.live.OutboxResult$Expired",
            "io.kraty.sdk.live.OutboxResult$Unknown",
            "io.kraty.sdk.live.SubscriptionState$Connecting",
            "io.kraty.sdk.live.SubscriptionState$Degraded",
            "io.kraty.sdk.live.SubscriptionState$Ended");

    @Test
    @Timeout(300)
    void nothingSaysASecret(@TempDir Path directory) throws Exception {
        List<String> said;
        try (KratySandbox sandbox = KratySandbox.start()) {
            said = ChildJvm.run(SecrecyChild.class, sandbox.baseUrl(), sandbox.apiKey(), directory.toString())
                    .output()
                    .lines()
                    .toList();
        }

        List<String> leaks =
                said.stream().filter(line -> line.startsWith("leak in ")).toList();
        assertEquals(
                List.of(),
                leaks.stream()
                        .filter(line -> !line.startsWith("leak in store: "))
                        .toList());
        assertTrue(leaks.size() > 2, "the store holds what it is for, so that these searches can find something");
        assertTrue(
                said.stream().anyMatch(line -> line.equals("logger okhttp3.internal.http2.Http2 FINE")),
                said::toString);
        assertTrue(said.get(said.size() - 1).startsWith("looked at "), said::toString);
        assertEquals(NOT_MET, notMet(rest(said, "met ")), "types of which no instance was looked at");
    }

    private static Set<String> rest(List<String> said, String start) {
        return said.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .collect(Collectors.toSet());
    }

    /** The public types with instances and a text of their own, without those that were met. */
    private static Set<String> notMet(Set<String> met) {
        return new ClassFileImporter()
                        .withImportOption(location -> !location.contains("/test-classes/"))
                        .importPackages("io.kraty.sdk")
                        .stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.getPackageName().contains(".internal"))
                        .filter(type -> !type.isInterface() && !type.isEnum())
                        .filter(EverySurfaceTest::hasText)
                        .map(JavaClass::getName)
                        .filter(name -> !met.contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of its own, or as records have it. */
    private static boolean hasText(JavaClass type) {
        return type.tryGetMethod("toString").isPresent();
    }
}
