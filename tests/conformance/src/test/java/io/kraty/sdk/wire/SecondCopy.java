package io.kraty.sdk.wire;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A class loader as a plugin has it: with its own copy of the SDK and of the tests' classes, so that nothing static is
 * shared with the rest of the process but what the JDK brings, and what the packages do not name.
 */
public final class SecondCopy extends URLClassLoader {
    private final List<String> own;

    private SecondCopy(List<String> own) {
        super(classPath(), SecondCopy.class.getClassLoader());
        this.own = own;
    }

    /** Has its own classes of {@code io.kraty} and Gson; OkHttp is shared. */
    public static SecondCopy ofTheSdk() {
        return new SecondCopy(List.of("io.kraty.", "com.google.gson."));
    }

    /** Has its own OkHttp too. */
    public static SecondCopy ofEverything() {
        return new SecondCopy(List.of("io.kraty.", "com.google.gson.", "okhttp3.", "okio.", "kotlin."));
    }

    /** A new {@code type}, as this loader sees it, behind an interface that both sides know. */
    public <T> T make(Class<? extends T> type, Class<T> known) throws ReflectiveOperationException {
        Class<?> mine = loadClass(type.getName());
        if (mine.getClassLoader() != this) {
            throw new AssertionError(type + " is not a copy");
        }
        return known.cast(mine.getDeclaredConstructor().newInstance());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (own.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    private static URL[] classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(Path::of)
                .map(SecondCopy::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path.toString(), e);
        }
    }
}
