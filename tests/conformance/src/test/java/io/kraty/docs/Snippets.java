package io.kraty.docs;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the Java of guides and javadoc as it stands, each piece as the body of a method. */
final class Snippets {
    private static final List<String> IMPORTS = List.of(
            "java.util.concurrent.TimeUnit",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.CompletionException",
            "javax.swing.SwingUtilities",
            "io.kraty.docs.engines.*",
            "io.kraty.sdk.*",
            "io.kraty.sdk.error.*",
            "io.kraty.sdk.live.*",
            "io.kraty.sdk.request.*",
            "io.kraty.sdk.store.*",
            "io.kraty.api.*",
            "io.kraty.api.model.*",
            "io.kraty.api.runtime.*",
            "io.kraty.sandbox.*",
            "io.kraty.sandbox.junit.*",
            "java.nio.file.Path",
            "java.time.*",
            "java.util.*",
            "okhttp3.OkHttpClient",
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.extension.ExtendWith",
            "org.junit.jupiter.api.extension.RegisterExtension",
            "org.slf4j.bridge.SLF4JBridgeHandler",
            "static org.junit.jupiter.api.Assertions.*");

    private Snippets() {}

    /**
     * A method with {@code body}.
     *
     * @param number tells it from the others
     * @param parameters what it takes for granted, as a parameter list
     */
    static String method(int number, String parameters, String body) {
        return "void block" + number + "(" + parameters + ") throws Exception {\n" + body + "}";
    }

    /**
     * What the compiler has against them; empty for nothing.
     *
     * @param methods as members of a class
     * @param base the class that it extends
     * @param classes where its class files go
     */
    static String problems(List<String> methods, Class<?> base, Path classes) {
        StringBuilder source = new StringBuilder();
        IMPORTS.forEach(name -> source.append("import ").append(name).append(";\n"));
        source.append("class Readme extends ").append(base.getName()).append(" {\n");
        source.append(String.join("\n", methods)).append("\n}\n");
        return compile(source.toString(), classes);
    }

    private static String compile(String source, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Readme.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
                        return source;
                    }
                };
        // What the test runs with; the plain class path may be one jar that points to it.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        // try: the quick start shows resources that it does not use by name.
        List<String> options =
                List.of("-Xlint:all,-try,-processing", "-proc:none", "-cp", classPath, "-d", classes.toString());
        StringWriter problems = new StringWriter();
        compiler.getTask(problems, null, null, options, null, List.of(file)).call();
        return problems.toString();
    }
}
