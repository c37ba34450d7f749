package io.kraty.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is published, where the build leaves it, and where a repository has it. */
final class Published {
    /** Artifact and folder of its module. */
    static final Map<String, String> MODULES = new LinkedHashMap<>();

    static {
        MODULES.put("kraty-bom", "overlay/bom");
        MODULES.put("kraty-openapi", "openapi");
        MODULES.put("kraty-api", "generated");
        MODULES.put("kraty-sdk", "overlay");
        MODULES.put("kraty-sandbox", "tests/sandbox");
    }

    private static final String GROUP = "io/kraty";

    private Published() {}

    /** The endings of all files of an artifact that somebody made; signatures and checksums come to each. */
    static List<String> endings(String artifact) {
        List<String> endings = new ArrayList<>(List.of(".pom", "-cyclonedx.json"));
        if (!artifact.equals("kraty-bom")) {
            endings.addAll(List.of(".jar", "-sources.jar", "-javadoc.jar"));
        }
        if (artifact.equals("kraty-sdk")) {
            endings.add(".module");
        }
        if (artifact.equals("kraty-sandbox")) {
            endings.add("-standalone.jar");
        }
        return endings;
    }

    /** Copies everything and returns the copies. What the repository held before is gone. */
    static List<Path> copy(Path clone, Path repository) throws IOException {
        if (Files.exists(repository.resolve(GROUP))) {
            try (Stream<Path> old = Files.walk(repository.resolve(GROUP))) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        List<Path> copies = new ArrayList<>();
        for (Map.Entry<String, String> module : MODULES.entrySet()) {
            String artifact = module.getKey();
            Path built = clone.resolve(module.getValue()).resolve("target");
            String version = new Pom(built.resolve("published-pom.xml")).text("version");
            Path folder = Files.createDirectories(
                    repository.resolve(GROUP).resolve(artifact).resolve(version));
            for (String ending : endings(artifact)) {
                String name = artifact + "-" + version + ending;
                Path from =
                        switch (ending) {
                            case ".pom" -> built.resolve("published-pom.xml");
                            case ".module" -> built.resolve("publications/maven/module.json");
                            default -> built.resolve(name);
                        };
                copies.add(Files.copy(from, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING));
            }
        }
        return copies;
    }

    /** The folders of all artifacts in a repository. */
    static List<Path> folders(Path repository) throws IOException {
        try (Stream<Path> all = Files.walk(repository)) {
            return all.filter(file -> file.toString().endsWith(".pom"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }
}
