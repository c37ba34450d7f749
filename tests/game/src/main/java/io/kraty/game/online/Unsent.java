package io.kraty.game.online;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** The file of what the platform has not confirmed yet. Used by one thread at a time, and never by the one that draws. */
final class Unsent {
    private final Path file;
    private final Gson gson = new Gson();

    Unsent(Path file) {
        this.file = file;
    }

    List<Deed> read() {
        try {
            Deed[] deeds = gson.fromJson(Files.readString(file), Deed[].class);
            return deeds == null ? List.of() : Arrays.asList(deeds);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonParseException e) {
            return List.of(); // written by hand, or by another version
        }
    }

    /** All or nothing: a game that is killed meanwhile finds what was there before. */
    void write(List<Deed> deeds) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, gson.toJson(deeds));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
