import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;
import org.objectweb.asm.Type;

/**
 * Compares what the jars use with what an API level of Android has or Android's build puts in by itself, and what is left with a
 * list of what is known. Arguments: the signatures of the level, what R8 and D8 put in, the list, jars.
 */
public final class ApiLevel {
    private ApiLevel() {}

    /** Ends with 1 if something is missing that is not in the list, or no longer is. */
    public static void main(String[] args) throws IOException {
        Set<String> desugared = desugared(Path.of(args[1]));
        Set<String> missing = new TreeSet<>();
        for (String jar : Arrays.asList(args).subList(3, args.length)) {
            try (InputStream signatures = Files.newInputStream(Path.of(args[0]))) {
                String name = Path.of(jar).getFileName().toString().replaceAll("-\\d.*", "");
                check(name, Path.of(jar), new SignatureChecker(signatures, ours(), new Uses(name, desugared, missing)));
            }
        }
        Set<String> known = Files.readAllLines(Path.of(args[2])).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
        System.out.println(missing.size() + " uses of what the level may not have");
        List<String> news = missing.stream().filter(use -> !known.contains(use)).toList();
        List<String> gone = known.stream().filter(use -> !missing.contains(use)).toList();
        news.forEach(use -> System.out.println("NEW, guard it and list it with the reason, or do without: " + use));
        gone.forEach(use -> System.out.println("GONE, take it off the list: " + use));
        System.exit(news.isEmpty() && gone.isEmpty() ? 0 : 1);
    }

    /** Records become ordinary classes; the methods are in the list that the tool prints: {@code owner#name(parameters)result}. */
    private static Set<String> desugared(Path list) throws IOException {
        Set<String> all = new TreeSet<>(Set.of("void Record.<init>()"));
        for (String line : Files.readAllLines(list)) {
            int name = line.indexOf('#');
            int types = line.indexOf('(');
            Type method = Type.getMethodType(line.substring(types));
            all.add(source(method.getReturnType()) + " "
                    + source(Type.getObjectType(line.substring(0, name))) + "." + line.substring(name + 1, types)
                    + Arrays.stream(method.getArgumentTypes()).map(ApiLevel::source).collect(Collectors.joining(", ", "(", ")")));
        }
        return all;
    }

    /** As the other list has it. */
    private static String source(Type type) {
        return type.getClassName().replaceFirst("^java\\.lang\\.(?=[A-Z])", "").replace('$', '.');
    }

    private static void check(String name, Path jar, SignatureChecker checker) throws IOException {
        checker.setSourcePath(List.of()); // not to look for files
        checker.process(jar.toFile());
    }

    /** What comes with the game. */
    private static Set<String> ours() {
        return Set.of(
                "io.kraty.*", "okhttp3.*", "okio.*", "com.google.gson.*", "kotlin.*", "org.jspecify.*", "org.jetbrains.*", "com.google.errorprone.*");
    }

    /** A line for each thing that is missing in a class, without the line in the source, which changes all the time. */
    private record Uses(String jar, Set<String> desugared, Set<String> missing) implements Logger {
        private static final Pattern USE = Pattern.compile("([\\w/$]+)\\.class.*Undefined reference: (.*)");

        @Override
        public void error(String message) {
            Matcher use = USE.matcher(message);
            if (!use.find()) {
                throw new IllegalStateException(message);
            }
            if (!desugared.contains(use.group(2))) {
                missing.add(jar + ": " + use.group(2) + " in " + use.group(1));
            }
        }

        @Override
        public void error(String message, Throwable cause) {
            throw new IllegalStateException(message, cause);
        }

        @Override
        public void info(String message) {}

        @Override
        public void info(String message, Throwable cause) {}

        @Override
        public void debug(String message) {}

        @Override
        public void debug(String message, Throwable cause) {}

        @Override
        public void warn(String message) {
            System.out.println(message);
        }

        @Override
        public void warn(String message, Throwable cause) {
            System.out.println(message + " " + cause);
        }
    }
}
