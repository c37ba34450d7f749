package io.kraty.published;

import java.io.IOException;
import java.io.Serializable;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of everything that an API can have. */
@SuppressWarnings({"unused", "ProtectedMembersInFinalClass", "ExposedPrivateType"})
public final class ApiSamples {
    private ApiSamples() {}

    /** Members of all kinds, and everything that generics and nullness can say. */
    @SuppressWarnings({"unused", "ProtectedMembersInFinalClass", "ExposedPrivateType"})
    public abstract static class Everything<T extends @Nullable Object, U extends Number & Comparable<U>>
            implements Comparator<@Nullable T>, Serializable {
        /** A constant. */
        public static final String TEXT = "a \"b\" ä\n";
        /** A flag. */
        public static final boolean FLAG = true;
        /** A letter. */
        public static final char LETTER = 'x';
        /** No constant: its value is found when the class is loaded. */
        public static final Integer BOXED = 7;

        private static final long serialVersionUID = 1;

        /** For those who extend it. */
        protected transient volatile @Nullable List<? extends @Nullable T>[] kept;

        private final transient Object hidden = "";

        /** For those who extend it. */
        protected Everything(U first, Date... more) {}

        /** Arrays. */
        public abstract String @Nullable [][] arrays(@Nullable String[] elements, int[]... numbers);

        /** Its own variables. */
        public static <K extends Comparable<? super K>, X extends Exception> Map<K, ?> own(
                Map.@Nullable Entry<K, K> entry) throws X, IOException {
            return Map.of();
        }

        /** Past. */
        @Deprecated(since = "1.0", forRemoval = true)
        public final synchronized void old() {}

        void ofThePackage() {}

        private void own() {}
    }

    /** Closed: what is protected in it is nobody's. */
    public static final class Closed {
        private Closed() {}

        /** Called by nobody. */
        protected void inside() {}

        /** Not said to be final: nothing can override it. */
        public final void outside() {}
    }

    /** Sealed. */
    public sealed interface Shape {
        /** The one that is left to do. */
        double area();

        /** Done. */
        default void draw() {}

        /** At hand. */
        static Shape unit() {
            return new Square(1, null);
        }
    }

    /** A record. */
    public record Square(double side, @Nullable List<@Nullable String> names) implements Shape {
        /** Not the one that the components stand for. */
        public Square(double side) {
            this(side, null);
        }

        @Override
        public double area() {
            return side * side;
        }
    }

    private record Secret() implements Shape {
        @Override
        public double area() {
            return 0;
        }
    }

    /** In an order that is not that of the alphabet. */
    public enum Level {
        /** One with a body. */
        LOW {
            @Override
            public int points() {
                return 1;
            }
        },
        /** One that goes. */
        @Deprecated
        HIGH;

        /** What it is worth. */
        public int points() {
            return 2;
        }
    }

    /** An annotation. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    public @interface Marked {
        /** With a default. */
        Class<?>[] by() default {String.class, int[].class};
    }

    /** Does one thing. */
    @FunctionalInterface
    public interface Task {
        /** Does it. */
        void run() throws IOException;
    }

    private static class Base {}

    /** Inherits from what nobody may see. */
    public static class Leaking extends Base {}
}
