import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads what Gradle reads, and decides as it does. Arguments: the published module file of the SDK, its POM, the module file of
 * OkHttp.
 */
public final class Metadata {
    private static final String ENVIRONMENT = "org.gradle.jvm.environment";

    private Metadata() {}

    public static void main(String[] args) throws Exception {
        Path module = Path.of(args[0]);
        check(
                Files.readString(Path.of(args[1])).contains("published-with-gradle-metadata"),
                "the POM does not say that there is something else to read");
        JsonObject sdk = read(module);
        for (String usage : new String[] {"java-api", "java-runtime"}) {
            JsonObject variant = variant(sdk, Map.of("org.gradle.usage", usage, "org.gradle.category", "library"));
            files(variant, module.resolveSibling("."));
            Set<String> needs = dependencies(variant);
            check(needs.contains("io.kraty:kraty-api"), usage + " does not need kraty-api: " + needs);
            check(needs.contains("com.squareup.okhttp3:okhttp"), usage + " does not name the OkHttp that fits all: " + needs);
            check(needs.stream().noneMatch(need -> need.endsWith("-jvm")), usage + " names what is for the JVM alone: " + needs);
        }
        JsonObject okhttp = read(Path.of(args[2]));
        for (Map.Entry<String, String> each : Map.of("standard-jvm", "okhttp-jvm", "android", "okhttp-android").entrySet()) {
            Map<String, String> asked = Map.of(
                    "org.gradle.usage", "java-runtime", "org.gradle.category", "library", ENVIRONMENT, each.getKey());
            String taken = variant(okhttp, asked).getAsJsonObject("available-at").get("module").getAsString();
            check(taken.equals(each.getValue()), each.getKey() + " gets " + taken);
            System.out.println("* Gradle for " + each.getKey() + " takes " + taken);
        }
    }

    /** The one with all that is asked for, and nothing in it that is more special. */
    private static JsonObject variant(JsonObject module, Map<String, String> asked) {
        TreeMap<String, JsonObject> fits = new TreeMap<>();
        for (JsonElement each : module.getAsJsonArray("variants")) {
            JsonObject attributes = each.getAsJsonObject().getAsJsonObject("attributes");
            if (asked.entrySet().stream().allMatch(want ->
                    attributes.has(want.getKey()) && attributes.get(want.getKey()).getAsString().equals(want.getValue()))) {
                fits.put(each.getAsJsonObject().get("name").getAsString(), each.getAsJsonObject());
            }
        }
        check(fits.size() == 1, asked + " fits " + fits.keySet());
        return fits.firstEntry().getValue();
    }

    /** What is said of the jar is so. */
    private static void files(JsonObject variant, Path directory) throws Exception {
        for (JsonElement each : variant.getAsJsonArray("files")) {
            JsonObject file = each.getAsJsonObject();
            byte[] bytes = Files.readAllBytes(directory.resolve(file.get("url").getAsString()));
            String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            check(sum.equals(file.get("sha256").getAsString()), file.get("url") + " is another file than the one described");
        }
    }

    private static Set<String> dependencies(JsonObject variant) {
        Set<String> all = new TreeSet<>();
        for (JsonElement each : variant.getAsJsonArray("dependencies")) {
            JsonObject one = each.getAsJsonObject();
            all.add(one.get("group").getAsString() + ":" + one.get("module").getAsString());
        }
        return all;
    }

    private static JsonObject read(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private static void check(boolean good, String problem) {
        if (!good) {
            throw new IllegalStateException(problem);
        }
    }
}
