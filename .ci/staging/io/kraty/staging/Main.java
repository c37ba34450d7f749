package io.kraty.staging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code Main <the clone> <staging repository>}: copies what was built, signs it, adds checksums, and then judges the repository by
 * what lies in it alone. {@code Main <staging repository>} only judges, without the signatures.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Path repository = Path.of(args[args.length - 1]).toAbsolutePath();
        Optional<Signer> signer = Optional.empty();
        if (args.length == 2) {
            Map<String, String> environment = System.getenv();
            String key = environment.get("KRATY_SIGNING_KEY");
            signer = Optional.of(
                    key == null || key.isBlank()
                            ? Signer.throwAway()
                            : Signer.of(key, environment.getOrDefault("KRATY_SIGNING_PASSPHRASE", "")));
            for (Path file : Published.copy(Path.of(args[0]), repository)) {
                signer.get().sign(file);
                Checksums.write(file);
            }
            // Beside and not in it: the repository holds what is published, and nothing else.
            Files.writeString(repository.resolveSibling(repository.getFileName() + ".key.asc"), signer.get().publicKey());
        }
        List<String> wrong = new ArrayList<>();
        int artifacts = 0;
        for (Path folder : Published.folders(repository)) {
            artifacts++;
            ArtifactRules.judge(folder, signer, wrong);
        }
        if (artifacts != Published.MODULES.size()) {
            wrong.add(artifacts + " artifacts instead of " + Published.MODULES.size());
        }
        wrong.forEach(line -> System.err.println("    WRONG: " + line));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(wrong.size() + " things are wrong in " + repository);
        }
        System.out.println("    " + artifacts + " artifacts, "
                + (signer.isPresent() ? "signed by " + signer.get().name() : "signatures not looked at"));
    }
}
