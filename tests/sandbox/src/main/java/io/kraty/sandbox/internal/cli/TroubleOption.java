package io.kraty.sandbox.internal.cli;

import io.kraty.sandbox.GameFileException;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.internal.file.TroubleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code --trouble} says: the name of a file, or the text itself, which no file is called like. */
final class TroubleOption {
    private TroubleOption() {}

    static List<Trouble> parse(List<String> values) {
        List<Trouble> troubles = new ArrayList<>();
        for (String value : values) {
            troubles.addAll(parse(value));
        }
        return troubles;
    }

    private static List<Trouble> parse(String value) {
        boolean isFile = isFile(value);
        if (!isFile && !value.contains(":")) {
            throw new UsageException(
                    "--trouble must be a file that can be read, or trouble such as {on: debitWallet, effect: reset_after},"
                            + " was " + value);
        }
        try {
            return TroubleFile.read(isFile ? Files.readString(Path.of(value)) : value, isFile ? value : "--trouble");
        } catch (GameFileException e) {
            throw new UsageException("The trouble cannot be made:\n" + e.getMessage());
        } catch (IOException e) {
            throw new UsageException("--trouble must be a file that can be read, was " + value);
        }
    }

    private static boolean isFile(String value) {
        try {
            return Files.isRegularFile(Path.of(value));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
