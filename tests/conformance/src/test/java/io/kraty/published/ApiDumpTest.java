package io.kraty.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dump says of a type what its users may rely on, and nothing else. */
class ApiDumpTest {
    @Test
    void classWithEverything_isSaidInFull() throws IOException {
        String head = "static abstract class Everything<T extends @Nullable Object, U extends Number & Comparable<U>>"
                + " implements Comparator<@Nullable T>, Serializable\n";
        assertEquals(head + """
                  static final Integer BOXED
                  static final boolean FLAG = true
                  static final char LETTER = "x"
                  static final String TEXT = "a \\"b\\" \\u00e4\\u000a"
                  protected @Nullable List<? extends @Nullable T>[] kept
                  protected constructor(U, Date...)
                  abstract String @Nullable [][] arrays(@Nullable String[], int[]...)
                  @Deprecated(forRemoval = true, since = "1.0") final void old()
                  static <K extends Comparable<? super K>, X extends Exception> Map<K, ?> own(@Nullable Map.Entry<K, K>) throws X, IOException
                """, text(ApiSamples.Everything.class));
    }

    @Test
    void closedClass_saysWhatIsPublic() throws IOException {
        assertEquals("""
                static final class Closed
                  void outside()
                """, text(ApiSamples.Closed.class));
    }

    @Test
    void sealedInterface_saysWhatItPermits() throws IOException {
        assertEquals("""
                sealed interface Shape
                  permits Square
                  permits what is not public
                  abstract double area()
                  default void draw()
                  static Shape unit()
                """, text(ApiSamples.Shape.class));
    }

    @Test
    void record_saysItsComponentsAndWhatTheyDoNotStandFor() throws IOException {
        assertEquals("""
                record Square implements Shape
                  component double side
                  component @Nullable List<@Nullable String> names
                  constructor(double)
                  double area()
                """, text(ApiSamples.Square.class));
    }

    @Test
    void enumWithBodies_isNotSealed() throws IOException {
        assertEquals("""
                enum Level
                  constant LOW
                  @Deprecated constant HIGH
                  int points()
                """, text(ApiSamples.Level.class));
    }

    @Test
    void annotations_areSaidWithTheirValues() throws IOException {
        assertEquals("""
                @interface Marked
                  @Target({ElementType.TYPE, ElementType.METHOD})
                  abstract Class<?>[] by() default {String.class, int[].class}
                """, text(ApiSamples.Marked.class));
        assertEquals("""
                interface Task
                  @FunctionalInterface
                  abstract void run() throws IOException
                """, text(ApiSamples.Task.class));
    }

    @Test
    void classThatExtendsAHiddenOne_isRefused() {
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> text(ApiSamples.Leaking.class));

        assertTrue(
                e.getMessage().contains("Leaking is public and extends io/kraty/published/ApiSamples$Base"),
                e::getMessage);
    }

    @Test
    void package_saysOnceWhereNamesAreFrom() throws IOException {
        String dump = ApiDump.of(ApiSamples.class, ApiSamples.Closed.class, ApiSamples.Everything.class);

        assertTrue(
                dump.startsWith(
                        "package io.kraty.published\n  import java.io.IOException\n  import java.io.Serializable\n"),
                dump);
        assertFalse(dump.contains("import java.lang."), dump);
        assertFalse(dump.contains("import io.kraty."), dump);
    }

    @Test
    void namesThatAreAlike_areInFull() {
        Names names = new Names("io/kraty/sdk");
        Stream.of("java/util/List", "java/awt/List", "java/util/Map$Entry", "io/kraty/api/model/Grant")
                .forEach(names::of);

        assertEquals("java.util.List", names.of("java/util/List"));
        assertEquals("Map.Entry", names.of("java/util/Map$Entry"));
        assertEquals("Grant", names.of("io/kraty/api/model/Grant"));
        assertEquals("java.util.Map", names.imports().collect(Collectors.joining()));
    }

    /** The part about one of the samples, when all of them are the API; with names as if it stood alone. */
    private static String text(Class<?> type) throws IOException {
        Class<?>[] all = Stream.concat(
                        Stream.of(ApiSamples.class, type),
                        Stream.of(ApiSamples.class.getDeclaredClasses())
                                .filter(other -> type == ApiSamples.Leaking.class || other != ApiSamples.Leaking.class))
                .toArray(Class<?>[]::new);
        return Stream.of(ApiDump.of(all).split("\n\n"))
                .map(text -> text.replace("io.kraty.published.", "")
                                .replace("ApiSamples.", "")
                                .stripTrailing() + "\n")
                .filter(text -> text.lines().findFirst().orElseThrow().matches(".* " + type.getSimpleName() + "\\b.*"))
                .findFirst()
                .orElseThrow();
    }
}
