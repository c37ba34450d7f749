package io.kraty.sdk.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.KratyView;
import io.kraty.sdk.transport.SdkMethods;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No method that makes a call is left out of this package, convenience overloads included. */
class EveryMethodTest {
    @Test
    void everyMethodThatMakesACall_isTestedHere() throws Exception {
        Set<String> tested = SdkMethods.called(tests());

        assertEquals(Set.of(), untested(tested));
    }

    @Test
    void methodThatIsNotTested_isFound() throws Exception {
        Set<String> tested = SdkMethods.called(tests());
        assertTrue(
                tested.remove(KratyView.class.getName() + ".trackPurchase(io.kraty.api.model.TrackPurchaseRequest)"));

        assertEquals(Set.of("KratyView.trackPurchase(TrackPurchaseRequest)"), untested(tested));
    }

    private static Set<String> untested(Set<String> tested) {
        return SdkMethods.ofTheSdk().stream()
                .filter(SdkMethods.Reach::isCovered)
                .filter(method -> !tested.contains(method.method()))
                .map(SdkMethods.Reach::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The tests of this package. */
    private static Class<?>[] tests() throws IOException, URISyntaxException, ClassNotFoundException {
        URI place = EveryMethodTest.class.getResource("EveryMethodTest.class").toURI();
        Set<Class<?>> tests = new java.util.HashSet<>();
        try (Stream<Path> files = Files.list(Path.of(place).getParent())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("CallsTest.class")) {
                    tests.add(Class.forName(CallsTest.class.getPackageName() + "." + name.replace(".class", "")));
                }
            }
        }
        return tests.toArray(Class<?>[]::new);
    }
}
