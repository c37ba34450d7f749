package io.kraty.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The checksums that a repository has beside each file. */
final class Checksums {
    static final Map<String, String> KINDS =
            Map.of(".md5", "MD5", ".sha1", "SHA-1", ".sha256", "SHA-256", ".sha512", "SHA-512");

    private Checksums() {}

    static void write(Path file) throws IOException {
        for (String ending : KINDS.keySet()) {
            Files.writeString(file.resolveSibling(file.getFileName() + ending), of(file, ending));
        }
    }

    static void judge(Path file, List<String> wrong) throws IOException {
        for (String ending : KINDS.keySet()) {
            Path sum = file.resolveSibling(file.getFileName() + ending);
            if (!Files.exists(sum)) {
                wrong.add(sum.getFileName() + " is missing");
            } else if (!Files.readString(sum).equals(of(file, ending))) {
                wrong.add(sum.getFileName() + " is that of another file");
            }
        }
    }

    static String of(Path file, String ending) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance(KINDS.get(ending));
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
