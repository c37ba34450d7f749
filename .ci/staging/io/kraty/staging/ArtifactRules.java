package io.kraty.staging;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPException;

/** What the folder of one version of one artifact has to hold. */
final class ArtifactRules {
    private ArtifactRules() {}

    static void judge(Path folder, Optional<Signer> signer, List<String> wrong) throws IOException, PGPException {
        String artifact = folder.getParent().getFileName().toString();
        String base = artifact + "-" + folder.getFileName();
        Set<String> wanted = new TreeSet<>();
        for (String ending : Published.endings(artifact)) {
            wanted.add(base + ending);
            wanted.add(base + ending + ".asc");
            Checksums.KINDS.keySet().forEach(sum -> wanted.add(base + ending + sum));
        }
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> there.add(file.getFileName().toString()));
        }
        difference(wanted, there).forEach(name -> wrong.add(name + " is missing"));
        difference(there, wanted).forEach(name -> wrong.add(name + " should not be there"));
        for (String ending : Published.endings(artifact)) {
            Path file = folder.resolve(base + ending);
            if (Files.exists(file)) {
                List<String> here = new ArrayList<>();
                if (signer.isPresent() && Files.exists(Signer.signatureOf(file)) && !signer.get().verifies(file)) {
                    here.add("is not what was signed");
                }
                Checksums.judge(file, here);
                content(file, ending, here);
                here.forEach(line -> wrong.add(file.getFileName() + " " + line));
            }
        }
    }

    private static void content(Path file, String ending, List<String> wrong) throws IOException {
        switch (ending) {
            case ".pom" -> new Pom(file).judge(wrong);
            case ".module" -> gradle(file, wrong);
            case "-cyclonedx.json" -> sbom(file, wrong);
            default -> jar(file, ending, wrong);
        }
    }

    private static void jar(Path file, String ending, List<String> wrong) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<String> names =
                    jar.stream().map(entry -> entry.getName()).toList();
            boolean description = names.contains("META-INF/openapi/kraty-sdk-v1.yaml");
            if (ending.equals("-javadoc.jar")) {
                if (!names.contains("index.html") && !description) {
                    wrong.add("documents nothing");
                }
                return; // the licence is at the foot of every page
            }
            if (!names.contains("META-INF/LICENSE") && !names.contains("META-INF/LICENSE.txt")) {
                wrong.add("has no licence");
            }
            if (ending.equals("-sources.jar")) {
                if (names.stream().noneMatch(name -> name.endsWith(".java")) && !description) {
                    wrong.add("has no sources");
                }
            } else if (ending.equals("-standalone.jar")) {
                if (jar.getManifest().getMainAttributes().getValue("Main-Class") == null) {
                    wrong.add("cannot be started");
                }
                if (!names.contains("META-INF/NOTICE.txt")) {
                    wrong.add("does not say whose the libraries in it are");
                }
            } else if (!names.contains("module-info.class")
                    && jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name") == null) {
                wrong.add("has no name as a module");
            }
        }
    }

    /** It names the jar by size and sums, and OkHttp by the name that means Android's, too. */
    private static void gradle(Path file, List<String> wrong) throws IOException {
        Path pom = Path.of(file.toString().replaceAll("\\.module$", ".pom"));
        if (!new Pom(pom).pointsToGradleMetadata()) {
            wrong.add("is not mentioned in the POM, so Gradle does not look for it");
        }
        for (JsonElement variant : JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("variants")) {
            JsonObject names = variant.getAsJsonObject();
            for (JsonElement entry : names.getAsJsonArray("files")) {
                JsonObject jar = entry.getAsJsonObject();
                Path named = file.resolveSibling(jar.get("url").getAsString());
                if (!Files.exists(named) || !jar.get("sha256").getAsString().equals(Checksums.of(named, ".sha256"))) {
                    wrong.add("names another " + named.getFileName());
                }
            }
            JsonArray dependencies = names.getAsJsonArray("dependencies");
            List<String> modules = new ArrayList<>();
            dependencies.forEach(d -> modules.add(d.getAsJsonObject().get("module").getAsString()));
            if (!modules.contains("okhttp") || modules.contains("okhttp-jvm") || modules.contains("okio-jvm")) {
                wrong.add("asks for " + modules + ", and Android for okhttp");
            }
            if (dependencies.toString().contains("[") && dependencies.toString().contains("\"[")) {
                wrong.add("asks for a range");
            }
        }
    }

    private static void sbom(Path file, List<String> wrong) throws IOException {
        JsonObject bom = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        if (bom.has("serialNumber")) {
            wrong.add("differs from build to build");
        }
        if (!bom.toString().contains("pkg:maven/io.kraty/")) {
            wrong.add("does not say what it is about");
        }
        if (bom.toString().contains("junit-jupiter-engine")) {
            wrong.add("lists what only tests need");
        }
    }

    private static Set<String> difference(Set<String> of, Set<String> without) {
        Set<String> rest = new TreeSet<>(of);
        rest.removeAll(without);
        return rest;
    }
}
